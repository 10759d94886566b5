import { ownRedis } from "@tgmem/testbed";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { withSystem } from "../system/open-system.ts";
import { fillDemo } from "../ui/demo.kit.ts";
import { tgmem } from "./tgmem.kit.ts";

let server: Awaited<ReturnType<typeof ownRedis>>;
beforeAll(async () => {
  server = await ownRedis();
  if (!server.missing) await withSystem(env(), (system) => fillDemo(system, Date.now()));
});
beforeEach((context) => context.skip(server.missing, "no redis-server"));
afterAll(() => server.stop());

const env = () => ({ REDIS_URL: server.url });

const commands = [
  { args: ["status"], first: "paused" },
  { args: ["queue"], first: "paused" },
  { args: ["chats"], first: "last turn" },
  { args: ["cost", "--by", "model"], first: "cost $" },
  { args: ["dead", "list", "inbound"], first: "reason" },
  { args: ["lane", "show", "inbound", "chat:51"], first: "pushed" },
];

it.each(commands)(
  "$args fits into 80 and into 60 columns, with $first",
  async ({ args, first }) => {
    for (const width of [80, 60]) {
      const { stdout } = await tgmem(args, { env: env(), width });
      expect(stdout).toContain(first);
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    }
  },
);

it.each([...commands, { args: ["paused"] }, { args: ["memory", "show", "42"] }])(
  "$args prints one line of JSON for programs",
  async ({ args }) => {
    const { stdout } = await tgmem([...args, "--json"], { env: env() });
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(JSON.parse(stdout)).toBeTypeOf("object");
  },
);

const page = async (...more: readonly string[]) =>
  (await tgmem(["chats", "--limit", "3", ...more], { env: env() })).stdout.trimEnd();

it("leads on to the next page of chats", async () => {
  expect(await page()).toMatch(/\n3 of 5 chats\. More: --offset 3$/);
  expect(await page("--offset", "3")).toMatch(/\n2 of 5 chats\.$/);
});
