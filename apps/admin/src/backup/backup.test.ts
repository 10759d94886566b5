import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redisSpending } from "@tgmem/contracts";
import { ownRedis } from "@tgmem/testbed";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { tgmem as run } from "../commands/tgmem.kit.ts";
import { type System, withSystem } from "../system/open-system.ts";

let url: string;
let file: string;
beforeEach(async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  url = server.url;
  const folder = await mkdtemp(join(tmpdir(), "tgmem-backup-"));
  file = join(folder, "tgmem.backup");
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
    await server.stop();
  });
});

const inSystem = <R>(work: (system: System) => Promise<R>) => withSystem({ REDIS_URL: url }, work);

const tgmem = async (...args: readonly string[]) =>
  (await run(args, { env: { REDIS_URL: url } })).stdout;

async function fill({ redis, list, memory }: System): Promise<void> {
  const inbound = list("inbound");
  const body = { v: 1, chatId: "42", userId: "42", messageId: 1, text: "a question", sentAtMs: 1 };
  await inbound.push([1, 2, 3].map((n) => ({ id: `tg:9:42:${n}`, lane: "chat:42", body })));
  const [job] = await inbound.take({ max: 1, leaseMs: 1, waitMs: 0 });
  await inbound.bury([job?.receipt ?? ""], { reason: "no way" });
  const turn = await memory.open("42", { turnId: "t1" });
  await turn.commit({ user: "I live in Lisbon", assistant: "Noted." });
  await redisSpending(redis).add("42", { input: 10, output: 1, cost: 0.5 });
  await redis.hset("tgmem:processes", "worker@h:1:ab", "of a moment");
  await redis.set("of somebody else", "stays");
}

it("brings back lists, memory and costs into an empty Redis", async () => {
  await inSystem(fill);
  const before = await inSystem(({ list }) => list("inbound").stats());
  const written = await tgmem("backup", file);
  expect(written).toMatch(/^Wrote \d+ keys to /);
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  await inSystem(async ({ server }) => server?.flushall());
  expect(await tgmem("restore", file)).toBe(
    written.replace("Wrote", "Read").replace(" to ", " from "),
  );
  await inSystem(async ({ redis, list, memory }) => {
    const inbound = list("inbound");
    const { depth, ready, deadLetters } = await inbound.stats();
    expect({ depth, ready, deadLetters }).toEqual({
      depth: before.depth,
      ready: before.ready,
      deadLetters: 1,
    });
    const again = await inbound.push([{ id: "tg:9:42:2", lane: "chat:42", body: {} }]);
    expect(again, "ids are known still").toEqual(["tg:9:42:2"]);
    expect((await inbound.take({ max: 9, leaseMs: 1_000, waitMs: 0 }))[0]?.id).toBe("tg:9:42:2");
    expect((await memory.chat("42").show()).turns).toMatchObject([{ user: "I live in Lisbon" }]);
    expect(await redis.pttl("{tgmem:42}:m")).toBeGreaterThan(80 * 86_400_000);
    expect(await redisSpending(redis).today("42")).toEqual({ input: 10, output: 1, cost: 0.5 });
    expect(await redis.exists("tgmem:processes", "of somebody else")).toBe(0);
  });
});

it("writes over nothing unless it is told to", async () => {
  await inSystem(fill);
  await tgmem("backup", file);
  await expect(tgmem("backup", file)).rejects.toThrow("is there already: name a new file.");
  await expect(tgmem("restore", file)).rejects.toThrow("holds an installation already");
  await tgmem("restore", file, "--force");
});

it("does not write under a bot that runs, whatever it is told", async () => {
  await tgmem("backup", file);
  await inSystem(async ({ redis }) => {
    const beat = { name: "worker", host: "h", pid: 1, startedAtMs: 1, failing: [] };
    const [seconds] = await redis.time();
    await redis.hset("tgmem:processes", "w", `${Number(seconds) * 1_000} ${JSON.stringify(beat)}`);
  });
  for (const more of [[], ["--force"]])
    await expect(tgmem("restore", file, ...more)).rejects.toThrow("worker on h): stop it first");
});

it("refuses what is no whole backup, tells no word of it, and writes nothing", async () => {
  await inSystem(fill);
  await tgmem("backup", file);
  await inSystem(async ({ server }) => server?.flushall());
  const text = await readFile(file, "utf8");
  const lines = text.trimEnd().split("\n");
  for (const [broken, words] of [
    [lines.slice(0, -1).join("\n"), "was broken off"],
    [[...lines.slice(0, 2), lines.at(-1)].join("\n"), "was broken off"],
    [text.slice(0, text.length / 2), "line"],
    ["my secret\n", "line 1 cannot be read"],
    ["", "was broken off"],
  ] as const) {
    await writeFile(file, broken);
    const error = await tgmem("restore", file).catch(String);
    expect(error).toContain(words);
    expect(error).not.toContain("secret");
    expect(await inSystem(async (system) => system.server?.dbsize())).toBe(0);
  }
  await expect(tgmem("restore", `${file}.none`)).rejects.toThrow("cannot be read");
});
