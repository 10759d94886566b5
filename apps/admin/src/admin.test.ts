import { inboundQueue, operatorChannel, outboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { runProcess, startProcess } from "@tgmem/processes";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

// Its own server: the command uses the lists of a real system, whose keys have no test prefix.
let server: Awaited<ReturnType<typeof ownRedis>>;
beforeAll(async () => {
  server = await ownRedis();
});
beforeEach(async (context) => {
  context.skip(server.missing, "no redis-server");
  const redis = new Redis(server.url);
  await redis.flushall();
  await redis.quit();
});
afterAll(() => server.stop());

const main = new URL("main.ts", import.meta.url);

const tgmem = (args: readonly string[], REDIS_URL = server.url) =>
  runProcess(main, { args, env: { REDIS_URL } });

it("enqueue puts a message on the inbound list as the receiver would", async () => {
  const { code, stdout } = await tgmem(["enqueue", "hello there", "--user", "42"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^queued tg:admin:42:\d+\n$/);
  const redis = new Redis(server.url);
  const inbound = redisQueue(redis, inboundQueue);
  const [job] = await inbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
  expect(job).toMatchObject({
    lane: "chat:42",
    body: { userId: "42", chatId: "42", text: "hello there" },
  });
  await inbound.close();
  await redis.quit();
});

it("enqueue --wait prints the answer as the person would read it, and what is said before it", async () => {
  const asked = startProcess(main, {
    args: ["enqueue", "hello there", "--user", "42", "--wait"],
    env: { REDIS_URL: server.url },
  });
  const redis = new Redis(server.url);
  const inbound = redisQueue(redis, inboundQueue);
  const [job] = await inbound.take({ max: 1, leaseMs: 1_000, waitMs: 60_000 });
  const tell = (id: string, text: string) =>
    redis.publish(operatorChannel, JSON.stringify({ v: 1, id, text }));
  await tell("tg:admin:42:1", "to somebody else");
  await tell(`late:${job?.id}`, "It takes a while.");
  await tell(job?.id ?? "", "Hello to you.");
  expect(await asked.exit).toBe(0);
  expect(asked.printed).toEqual({ stdout: "Hello to you.\n", stderr: "It takes a while.\n" });
  await inbound.close();
  await redis.quit();
});

it("enqueue --wait says that no answer came", async () => {
  expect(
    await tgmem(["enqueue", "hello there", "--user", "42", "--wait", "--timeout", "1"]),
  ).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^tgmem: No answer to tg:admin:42:\d+ came within 1 s/),
  });
});

it("send puts a message on the outbound list", async () => {
  expect(await tgmem(["send", "-100", "hello there"])).toMatchObject({ code: 0 });
  const redis = new Redis(server.url);
  const outbound = redisQueue(redis, outboundQueue);
  const [job] = await outbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
  expect(job).toMatchObject({
    lane: "-100",
    body: { v: 1, chatId: "-100", userId: "-100", text: "hello there" },
  });
  await outbound.close();
  await redis.quit();
});

it("queue shows how much waits where", async () => {
  await tgmem(["enqueue", "one", "--user", "7"]);
  await tgmem(["enqueue", "/help", "--user", "7", "--chat", "-100"]);
  const { code, stdout } = await tgmem(["queue"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^list +jobs +oldest +dead +busy +ready +waiting +paused\n/);
  expect(stdout).toMatch(/inbound +2 +\d+ s +0 +0 +2 +0 +0\n/);
  expect(JSON.parse((await tgmem(["queue", "--json"])).stdout)).toMatchObject([
    { name: "inbound", depth: 2 },
    { name: "outbound", depth: 0 },
    { name: "summaries", depth: 0 },
  ]);
});

it("dead lists, replays and drops what finally failed, and drops nothing without a yes", async () => {
  await tgmem(["enqueue", "a secret", "--user", "42"]);
  const redis = new Redis(server.url);
  const inbound = redisQueue(redis, inboundQueue);
  const bury = async () => {
    const [job] = await inbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
    await inbound.bury([job?.receipt ?? ""], { reason: "no way" });
  };
  await bury();
  const list = await tgmem(["dead", "list", "inbound"]);
  expect(list.stdout).toMatch(/^1 +20\S+ \S+ +chat:42 +0 +no way +tg:admin:42:\d+$/m);
  expect(list.stdout).not.toContain("secret");
  expect(await tgmem(["dead", "replay", "inbound", "1"])).toMatchObject({ code: 0 });
  await bury();
  expect(await tgmem(["dead", "drop", "inbound", "2"])).toMatchObject({ code: 1 });
  expect((await inbound.stats()).deadLetters).toBe(1);
  expect(await tgmem(["dead", "drop", "inbound", "2", "--yes"])).toMatchObject({
    code: 0,
    stdout: "Dropped 1 dead letter of inbound.\n",
  });
  expect((await inbound.stats()).deadLetters).toBe(0);
  await inbound.close();
  await redis.quit();
});

it("lane shows what waits in a lane, and takes a job out of it", async () => {
  await tgmem(["enqueue", "a secret", "--user", "42"]);
  const shown = await tgmem(["lane", "show", "inbound", "chat:42"]);
  const [, id = ""] = /^(tg:admin:42:\d+) +20\S+ \S+$/m.exec(shown.stdout) ?? [];
  expect(shown.stdout).not.toContain("secret");
  expect(await tgmem(["lane", "cancel", "inbound", "chat:42", id])).toMatchObject({ code: 0 });
  expect(await tgmem(["lane", "cancel", "inbound", "chat:42", id])).toMatchObject({
    code: 1,
    stderr: `tgmem: There is no job ${id} in lane chat:42 of inbound: see tgmem lane show inbound chat:42.\n`,
  });
});

it("pauses and resumes a list or a chat, and names what is paused", async () => {
  await tgmem(["enqueue", "hello", "--user", "42"]);
  expect((await tgmem(["paused"])).stdout).toBe("Nothing is paused.\n");
  expect((await tgmem(["pause", "inbound"])).stdout).toBe("The list inbound is paused.\n");
  expect((await tgmem(["pause", "42"])).stdout).toBe("Chat 42 is paused.\n");
  const redis = new Redis(server.url);
  const inbound = redisQueue(redis, inboundQueue);
  const now = { max: 1, leaseMs: 1_000, waitMs: 0 };
  expect(await inbound.take(now)).toEqual([]);
  expect((await tgmem(["paused"])).stdout).toBe("The list inbound\nchat:42 of inbound\n");
  expect((await tgmem(["queue"])).stdout).toMatch(/^inbound \(paused\) +1 +\d+ s +0 +0 +1 +0 +1$/m);
  expect((await tgmem(["resume", "inbound", "--json"])).stdout).toBe(
    '{"list":"inbound","changed":true}\n',
  );
  expect(await inbound.take(now)).toEqual([]);
  expect((await tgmem(["resume", "42"])).stdout).toBe("Chat 42 goes on.\n");
  expect(await inbound.take(now)).toHaveLength(1);
  expect(await tgmem(["resume", "42"])).toMatchObject({
    code: 0,
    stdout: "Chat 42 was not paused.\n",
  });
  await inbound.close();
  await redis.quit();
});

it.each([
  [["frobnicate"], "unknown command 'frobnicate'"],
  [["dead"], "Which command? Add --help to see them."],
  [["dead", "list"], "missing required argument 'list'"],
  [["dead", "list", "inbond"], "Give inbound, outbound, summaries."],
  [["dead", "show", "inbound", "0"], "Give a number such as 7."],
  [["dead", "purge", "inbound", "--older-than", "7 weeks"], "Give 30m, 12h or 7d, for instance."],
  [["lane", "show", "inbound"], "missing required argument 'lane'"],
  [["enqueue", "text"], "required option '--user <id>' not specified"],
  [["enqueue", "text", "--user", "me"], "Give a Telegram id such as 42"],
  [["memory", "show", "Anna"], "Give a Telegram id such as 42"],
  [["memory", "move", "--from", "airtable"], "required option '--to <archive>' not specified"],
  [["cost", "--by", "week"], "Allowed choices are day, person, model."],
  [["login", "worker"], "Allowed choices are receiver, sender."],
])(
  "a wrong command line ends with 2 and one line that says what to give: %j",
  async (args, words) => {
    const { code, stdout, stderr } = await tgmem(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^tgmem: .*\n$/);
    expect(stderr).toContain(words);
  },
);

it("says at once that Redis does not answer", async () => {
  const { code, stderr } = await tgmem(["queue"], "redis://127.0.0.1:1");
  expect(code).toBe(1);
  expect(stderr).toBe("tgmem: Redis does not answer: check that it runs, and REDIS_URL.\n");
});

it("login says which variables it needs, all at once", async () => {
  const { code, stderr } = await tgmem(["login", "receiver"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/TELEGRAM_API_ID is missing[^]*TELEGRAM_API_HASH is missing/);
});

it.each([[[]], [["--help"]], [["help"]]])("shows its commands for %j", async (args) => {
  const { code, stdout } = await tgmem(args);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ +enqueue .*$/m);
  expect(stdout).toContain("Exit codes: 0 done, 1 failed");
});

it("explains each command by itself", async () => {
  const { code, stdout } = await tgmem(["dead", "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ +replay .*$/m);
});
