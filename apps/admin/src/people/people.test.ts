import { type People, redisPeople } from "@tgmem/contracts";
import { ownRedis } from "@tgmem/testbed";
import { runProcess } from "@tgmem/processes";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

// Its own server: the command uses the keys of a real system.
let server: Awaited<ReturnType<typeof ownRedis>>;
let redis: Redis;
let people: People;
beforeAll(async () => {
  server = await ownRedis();
  redis = new Redis(server.url, { lazyConnect: server.missing });
  people = redisPeople(redis);
});
beforeEach(async (context) => {
  context.skip(server.missing, "no redis-server");
  await redis.flushall();
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const main = new URL("../main.ts", import.meta.url);
const tgmem = (...args: readonly string[]) =>
  runProcess(main, {
    args: ["people", ...args],
    env: { REDIS_URL: server.url, ASK_ADMIN: "on", ADMIN_USER: "7" },
  });

it("lists who waits and who was decided of, as a table and as JSON", async () => {
  expect((await tgmem("list")).stdout).toBe("Nothing was decided of anybody.\n");
  await people.ask({ id: "99", name: "Eve\nAdams" });
  await people.ask({ id: "98", name: "Ben" });
  await people.answer("98", "blocked", "7");
  await people.pair({ id: "7", name: "Anna" });
  const { code, stdout } = await tgmem("list");
  expect(code).toBe(0);
  const [heading = "", ...rows] = stdout.trim().split("\n");
  expect(heading).toMatch(/^id +may talk +since +decided by +name$/);
  expect(rows[0]).toMatch(/^99 +asked .* Eve Adams$/);
  expect(rows.slice(1, 3).toSorted()).toEqual([
    expect.stringMatching(/^7 +operator .* Anna$/),
    expect.stringMatching(/^98 +no .* 7 +Ben$/),
  ]);
  expect(rows[3]).toBe("3 people.");
  const json = JSON.parse((await tgmem("list", "--json")).stdout);
  expect(json).toMatchObject([{ id: "99" }, {}, {}]);
});

it("allows, blocks and revokes, also a group, and says so", async () => {
  expect(await tgmem("allow", "42")).toMatchObject({
    code: 0,
    stdout: "42 may talk to the bot.\n",
  });
  expect(await tgmem("block", "42")).toMatchObject({
    code: 0,
    stdout: "42 may not talk to the bot.\n",
  });
  expect(await tgmem("allow", "--", "-1001234567890")).toMatchObject({ code: 0 });
  expect(await people.standings(["42", "-1001234567890"])).toEqual(["blocked", "allowed"]);
  const { stdout } = await tgmem("revoke", "42", "--json");
  expect(JSON.parse(stdout)).toEqual({ revoked: "42" });
  expect(await people.standings(["42"])).toEqual([undefined]);
});

it("ends with 1 where there is nothing to revoke, and with 2 for what is no id", async () => {
  expect(await tgmem("revoke", "42")).toMatchObject({
    code: 1,
    stderr: "tgmem: Nothing was decided of 42: see tgmem people list.\n",
  });
  expect(await tgmem("allow", "everybody")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Give a Telegram id"),
  });
});

it("lets no name steer the terminal", async () => {
  await people.ask({ id: "99", name: "\u001B[2J\u001B]0;x\u0007Eve" });
  expect((await tgmem("list")).stdout).not.toContain("\u001B");
});

it("says that what is decided changes nothing while ASK_ADMIN is off", async () => {
  const { stdout } = await runProcess(main, {
    args: ["people", "block", "42"],
    env: { REDIS_URL: server.url },
  });
  expect(stdout).toContain("ASK_ADMIN is off here");
});
