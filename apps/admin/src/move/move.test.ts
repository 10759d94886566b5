import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { redisPeople } from "@tgmem/contracts";
import { filesOf } from "@tgmem/folder";
import { startProcess, until } from "@tgmem/processes";
import { ownRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { tgmem } from "../commands/tgmem.kit.ts";
import { botFolder } from "../system/folder.kit.ts";
import { type System, withSystem } from "../system/open-system.ts";
import { everythingIn, happen, steps } from "./move.kit.ts";

const server = await ownRedis();
const redis = new Redis(server.url, { lazyConnect: true });
let data: string;
let env: Readonly<Record<string, string>>;
beforeEach(async (context) => {
  context.skip(server.missing, "no redis-server");
  await redis.flushall();
  const made = await botFolder();
  data = made.data;
  env = { REDIS_URL: server.url, TELEGRAM_SESSION: join(`${data}-other`, "session") };
  await rm(`${data}-other`, { recursive: true, force: true });
  onTestFinished(made.remove);
  onTestFinished(() => rm(`${data}-other`, { recursive: true, force: true }));
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const inFolder = <R>(work: (system: System) => Promise<R>, folder = data) =>
  withSystem({}, work, { data: folder });
const inRedis = <R>(work: (system: System) => Promise<R>) => withSystem(env, work);
const toRedis = () => tgmem(["--data", data, "move", "--to", server.url], { env });
const toFolder = (to: string) => tgmem(["move", "--to", to], { env });

it("carries whatever happened to a folder to Redis, and from there to a folder again", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      await redis.flushall();
      const { data: from, remove } = await botFolder();
      await inFolder((system) => happen(system, all), from);
      const before = await inFolder(everythingIn, from);
      const there = await tgmem(["--data", from, "move", "--to", server.url], { env });
      expect(there, "the way there").toMatchObject({ code: 0, stderr: "" });
      expect(await inFolder(everythingIn, from), "the source stays").toEqual(before);
      expect(await inRedis(everythingIn), "what came there").toEqual(before);
      const back = join(from, "back");
      expect(await toFolder(back), "the way back").toMatchObject({ code: 0, stderr: "" });
      expect(await inFolder(everythingIn, back), "what came back").toEqual(before);
      await remove();
    }),
    { numRuns: 15 },
  );
});

/** So much that a move takes a while. */
async function fill(system: System): Promise<void> {
  const jobs = Array.from({ length: 1_000 }, (_, n) => n);
  await system
    .list("inbound")
    .push(jobs.map((n) => ({ id: `tg:1:${n}`, lane: `chat:${n % 100}`, body: `message ${n}` })));
  const chats = Array.from({ length: 3_000 }, (_, n) => String(n));
  await Promise.all(
    chats.map(async (chat) => {
      const turn = await system.memory.open(chat, { turnId: `tg:1:${chat}` });
      await turn.commit({ user: "I live in Lisbon", assistant: "Noted." });
    }),
  );
}

const main = new URL("../main.ts", import.meta.url);

it("has everything there once, although it was killed in the middle", async () => {
  await inFolder(fill);
  const before = await inFolder(everythingIn);
  for (const key of ["q:{inbound}:lane:chat:7", "{tgmem:0}:m"]) {
    const moving = startProcess(main, { args: ["--data", data, "move", "--to", server.url], env });
    await until(async () => (await redis.exists(key)) === 1, { what: key });
    await moving.stop("SIGKILL");
    expect(await redis.get("tgmem:move")).toContain('"isDone":false');
    await redis.set("tgmem:away:half", "what was written before it was killed");
  }
  expect((await toRedis()).stdout).toMatch(/^Moved 1,000 jobs, 0 dead letters, 3,000 chats/u);
  expect(await inRedis(everythingIn)).toEqual(before);
  expect((await toRedis()).stdout).toMatch(/^Everything was moved there before/u);
  expect(await inRedis(everythingIn)).toEqual(before);

  const back = join(data, "back");
  const moving = startProcess(main, { args: ["move", "--to", back], env });
  await until(() => readdirSync(data).some((name) => name.startsWith("back.moving-")), {
    what: "half a folder",
  });
  await moving.stop("SIGKILL");
  expect(existsSync(back)).toBe(false);
  expect((await toFolder(back)).code).toBe(0);
  expect(await inFolder(everythingIn, back)).toEqual(before);
  expect((await toFolder(back)).stdout).toMatch(/^Everything was moved there before/u);
  expect(readdirSync(data).filter((name) => name.startsWith("back"))).toEqual(["back"]);
});

it("takes the log-in along, which says up to where Telegram was heard, and writes over no other one", async () => {
  const { session } = filesOf(data);
  const other = env["TELEGRAM_SESSION"] ?? "";
  writeFileSync(session, "log-in");
  mkdirSync(`${data}-other`);
  writeFileSync(other, "another");
  await expect(toRedis()).rejects.toThrow(`${other} is a log-in already: move that file away`);
  expect(await redis.dbsize()).toBe(0);
  await rm(other);
  expect((await toRedis()).stdout).toMatch(/and the log-in\.$/mu);
  expect(readFileSync(other, "utf8")).toBe("log-in");
  expect(statSync(other).mode & 0o777).toBe(0o600);
  const back = join(data, "back");
  await toFolder(back);
  expect(readFileSync(filesOf(back).session, "utf8")).toBe("log-in");
});

const beat = (name: string) =>
  `${Date.now()} ${JSON.stringify({ name, host: "h", pid: 1, startedAtMs: 1, failing: [] })}`;

it("moves nothing while the bot runs, on either side, and nothing to where something is", async () => {
  await inFolder(({ redis: records }) => records.hset("tgmem:processes", "b", beat("bot")));
  await expect(toRedis()).rejects.toThrow("The bot runs (bot on h): stop it first.");
  await inFolder(({ redis: records }) => records.del("tgmem:processes"));
  await redis.hset("tgmem:processes", "w", beat("worker"));
  await expect(toRedis()).rejects.toThrow("The bot runs (worker on h): stop it first.");
  await expect(toFolder(join(data, "new"))).rejects.toThrow("worker on h): stop it first.");
  await redis.del("tgmem:processes");
  await redis.set("tgmem:told:7", "1");
  await expect(toRedis()).rejects.toThrow("That Redis holds an installation already");
  await expect(toFolder(data)).rejects.toThrow(`${data} is there already: name a new folder.`);
  expect(await redis.dbsize()).toBe(1);
});

it("says how the four apps ask about who is new, as the folder's bot did by itself", async () => {
  await inFolder(({ redis: records }) => redisPeople(records).pair({ id: "7" }));
  expect((await toRedis()).stdout).toContain("Set ASK_ADMIN=on and ADMIN_USER=7: otherwise");
  await redis.flushall();
  const listed = { ...env, WHITELIST_USER: "42" };
  const { stdout } = await tgmem(["--data", data, "move", "--to", server.url], { env: listed });
  expect(stdout).not.toContain("ASK_ADMIN");
});

it("says what --to takes", async () => {
  await expect(tgmem(["move", "--to", server.url], { env })).rejects.toThrow(
    "--data names the folder that moves to Redis.",
  );
  await expect(tgmem(["--data", data, "move", "--to", "elsewhere"], { env })).rejects.toThrow(
    "A folder moves to --to redis://host:port.",
  );
});
