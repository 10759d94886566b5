import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "@tgmem/processes";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../files.ts";

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
const { services } = Compose.parse(
  parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true }),
);
const apps = ["receiver", "consumer", "worker", "sender", "bot"] as const;

async function variablesOf(app: string): Promise<string[]> {
  const main = new URL(`../../../../apps/${app}/src/main.ts`, import.meta.url);
  const { stdout } = await runProcess(main, { args: ["--help"] });
  return [...stdout.matchAll(/^ {2}([A-Z][A-Z_]+) /gm)].map(([, name = ""]) => name);
}

it.each(apps)("the container of the %s is given every variable that the app reads", async (app) => {
  const read = await variablesOf(app);
  expect(read.length).toBeGreaterThan(5);
  const given = Object.keys(services[app]?.environment ?? {});
  expect(read.filter((name) => !given.includes(name))).toEqual([]);
});

it("the container of `tgmem` is given what any of the apps is given", () => {
  const given = Object.keys(services["admin"]?.environment ?? {});
  const wanted = apps.flatMap((app) => Object.keys(services[app]?.environment ?? {}));
  expect(wanted.filter((name) => !given.includes(name))).toEqual([]);
});

it("every image names its version", () => {
  const images = Object.values(services).flatMap(({ image }) => (image ? [image] : []));
  expect(images.filter((image) => image !== "tgmem" && !/:v?\d+\.\d+/.test(image))).toEqual([]);
});
