import { startAirtableServer } from "@tgmem/airtable-test-server";
import { inboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { runProcess } from "@tgmem/processes";
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

it("queue shows how much waits where", async () => {
  await tgmem(["enqueue", "one", "--user", "7"]);
  await tgmem(["enqueue", "/help", "--user", "7", "--chat=-100"]);
  const { code, stdout } = await tgmem(["queue"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^queue +jobs +chats in flight +chats waiting +chats ready +chats paused +dead letters +oldest\n/,
  );
  expect(stdout).toMatch(/inbound +2 +0 +0 +2 +0 +0 +\d+ s\n/);
});

it("dead lists, retries and drops what finally failed, and drops nothing without a yes", async () => {
  await tgmem(["enqueue", "a secret", "--user", "42"]);
  const redis = new Redis(server.url);
  const inbound = redisQueue(redis, inboundQueue);
  const bury = async () => {
    const [job] = await inbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
    await inbound.bury([job?.receipt ?? ""], { reason: "no way" });
  };
  await bury();
  const list = await tgmem(["dead", "list", "inbound"]);
  expect(list.stdout).toMatch(/^1 +20\S+ \S+ +chat:42 +0 +tg:admin:42:\d+ +no way$/m);
  expect(list.stdout).not.toContain("secret");
  expect(await tgmem(["dead", "retry", "inbound", "1"])).toMatchObject({ code: 0 });
  await bury();
  expect(await tgmem(["dead", "discard", "inbound", "2"])).toMatchObject({ code: 1 });
  expect((await inbound.stats()).deadLetters).toBe(1);
  expect(await tgmem(["dead", "discard", "inbound", "2", "--yes"])).toMatchObject({
    code: 0,
    stdout: "Dropped 1 dead letter of inbound.\n",
  });
  expect((await inbound.stats()).deadLetters).toBe(0);
  await inbound.close();
  await redis.quit();
});

it("lane shows what waits in a lane, and pauses it", async () => {
  await tgmem(["enqueue", "a secret", "--user", "42"]);
  const shown = await tgmem(["lane", "show", "inbound", "chat:42"]);
  expect(shown.stdout).toMatch(/^tg:admin:42:\d+ +20\S+ \S+$/m);
  expect(shown.stdout).not.toContain("secret");
  expect(await tgmem(["lane", "pause", "inbound", "chat:42"])).toMatchObject({
    code: 0,
    stdout: "Lane chat:42 of inbound is paused.\n",
  });
  expect((await tgmem(["lane", "paused", "inbound"])).stdout).toBe("chat:42\n");
  expect((await tgmem(["queue"])).stdout).toMatch(/inbound +1 +0 +0 +1 +1 +0 /);
});

it.each([
  [["lane", "show"], "Which list? inbound, outbound or summaries."],
  [["dead", "list"], "Which list? inbound, outbound or summaries."],
  [["enqueue", "text"], "--user is wrong: expected a Telegram id such as 42, got ``."],
  [["enqueue", "text", "--user", "me"], "got `me`"],
  [["enqueue", "--user", "42"], "There is no text"],
  [["frobnicate"], "there is no command `frobnicate`"],
])("explains %j", async (args, words) => {
  const { code, stderr } = await tgmem(args);
  expect(code).not.toBe(0);
  expect(stderr).toContain(words);
});

it("says at once that Redis does not answer", async () => {
  const { code, stderr } = await tgmem(["queue"], "redis://127.0.0.1:1");
  expect(code).toBe(1);
  expect(stderr).toBe("tgmem: Redis does not answer: start it, or set REDIS_URL.\n");
});

it("table makes the table in Airtable, and says what it needs", async () => {
  const missing = await tgmem(["table"]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toMatch(/AIRTABLE_PAT is missing[^]*AIRTABLE_BASE_ID is missing/);

  const airtable = await startAirtableServer({ fields: null });
  const { code, stdout, stderr } = await runProcess(main, {
    args: ["table"],
    env: {
      AIRTABLE_PAT: airtable.token,
      AIRTABLE_BASE_ID: airtable.baseId,
      AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
    },
  });
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stderr: "",
    stdout: "The table Memory is ready.\n",
  });
  expect(airtable.fields().map(({ name }) => name)).toContain("TelegramID");
  await airtable.close();
});

it("login says which variables it needs, all at once", async () => {
  const { code, stderr } = await tgmem(["login", "receiver"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/TELEGRAM_API_ID is missing[^]*TELEGRAM_API_HASH is missing/);
});

it("shows its commands without arguments", async () => {
  expect((await tgmem([])).stdout).toContain("tgmem enqueue");
});
