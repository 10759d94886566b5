import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "@tgmem/processes";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../files.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");

/** The folder that the image keeps everything in when it is given no command. */
const [, data = ""] = /^CMD \[.*"--data", "(.*)"\]$/m.exec(read("Dockerfile")) ?? [];

async function variablesOfBot(): Promise<string> {
  const main = new URL("../../../../apps/bot/src/main.ts", import.meta.url);
  return (await runProcess(main, { args: ["--help"] })).stdout;
}

it("the image without a command is the bot in one process, with its folder on the volume", () => {
  expect(read("Dockerfile")).toContain('CMD ["apps/bot/dist/main.js", "--data", "/data"]');
  expect(read("Dockerfile")).toContain(`chown node:node ${data}`);
});

it("the image runs apps as sparingly as `pnpm` does", () => {
  const [, flags = ""] = /flags: (\[.*\])/.exec(read("apps/start.js")) ?? [];
  const [, command = ""] = /^ENTRYPOINT (.*)$/m.exec(read("Dockerfile")) ?? [];
  const given = z.array(z.string()).min(1).parse(JSON.parse(flags));
  expect(z.array(z.string()).parse(JSON.parse(command))).toEqual(expect.arrayContaining(given));
});

it("Render runs one instance, with the folder on a disk, and asks for variables that the bot reads", async () => {
  const Blueprint = z.object({
    services: z.tuple([
      z.object({
        runtime: z.literal("docker"),
        numInstances: z.literal(1),
        disk: z.object({ mountPath: z.literal(data) }),
        envVars: z.array(z.object({ key: z.string(), sync: z.literal(false) })),
      }),
    ]),
  });
  const { services } = Blueprint.parse(parse(read("render.yaml")));
  const known = await variablesOfBot();
  const asked = services[0].envVars.map(({ key }) => key);
  expect(asked.filter((name) => !known.includes(`  ${name} `))).toEqual([]);
  const required = [...known.matchAll(/^ {2}([A-Z_]+) .*\(required\)$/gm)].map(([, name]) => name);
  expect(asked).toEqual(expect.arrayContaining(required));
});

it("Fly runs one machine, with the folder on a volume, and is told of variables that the bot reads", async () => {
  const toml = read("fly.toml");
  expect(toml).toMatch(new RegExp(`^destination = "${data}"$`, "m"));
  expect(toml).toContain("--ha=false");
  const known = await variablesOfBot();
  const named = [...toml.matchAll(/\b([A-Z]+(?:_[A-Z]+)+)=/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !known.includes(`  ${name} `))).toEqual([]);
});

it("Railway runs one instance, and refuses to without a volume at the folder", () => {
  expect(JSON.parse(read("railway.json"))).toMatchObject({
    deploy: { numReplicas: 1, requiredMountPath: data, overlapSeconds: 0 },
  });
});
