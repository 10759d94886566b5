import { answeringKey, markAnswering, redisPeople } from "@tgmem/contracts";
import { runProcess, until } from "@tgmem/processes";
import { startMtproxy } from "@tgmem/testbed";
import { expect, it, onTestFinished } from "vitest";
import { main, senderWorlds } from "./sender.kit.ts";

const senderWorld = await senderWorlds();

it("sends each message once and in order per chat, although it is killed in the middle and answers get lost", async () => {
  const { server, start, push, sentTo, allDone } = await senderWorld();
  const texts = Array.from({ length: 30 }, (_, index) => `message ${index}`);
  for (const text of texts) for (const chatId of ["42", "43"]) await push(chatId, text);
  server.faults.call({ on: "messages.sendMessage", cut: "after" });
  const first = await start();
  await until(() => server.sent.length >= 10);
  await first.stop("SIGKILL");
  const second = await start();
  await allDone();
  expect(sentTo("42")).toEqual(texts);
  expect(sentTo("43")).toEqual(texts);
  expect(await second.stop("SIGTERM")).toBe(0);
  expect(second.output()).not.toContain("message 1");
});

it("drops what is not listed without a dead letter, and buries what a chat refuses", async () => {
  const { server, outbound, start, push, allDone } = await senderWorld();
  await push("99", "to a stranger");
  await push("-8", "in an unlisted group", { userId: "42" });
  server.faults.call({ on: "messages.sendMessage", code: 400, text: "USER_IS_BLOCKED" });
  await push("44", "to somebody who has blocked the bot");
  const sender = await start();
  await allDone();
  await sender.stop("SIGTERM");
  expect(server.sent).toEqual([]);
  expect(await outbound.deadLetters({ limit: 10 })).toMatchObject([
    { lane: "44", reason: expect.stringContaining("USER_IS_BLOCKED") },
  ]);
  expect(sender.output()).toContain('"reason":"not_listed"');
  expect(sender.output()).not.toContain("stranger");
});

it("stops with a code of its own when the account may not send any more, and keeps the message", async () => {
  const { server, start, push, sentTo, depth, allDone } = await senderWorld();
  server.faults.call({ on: "messages.sendMessage", code: 400, text: "PEER_FLOOD" });
  await push("42", "kept");
  const sender = await start();
  expect(await sender.exit).toBe(3);
  expect(sender.output()).toContain("ask @SpamBot");
  expect(await depth()).toBe(1);
  const next = await start();
  await allDone();
  expect(sentTo("42").at(-1)).toBe("kept");
  await next.stop("SIGTERM");
});

it("refuses when the receiver is logged in to another account, and sends nothing", async () => {
  const { server, redis, run, start, push, allDone } = await senderWorld();
  await redis.set("tgmem:account:receiver", "888");
  await push("42", "to a person who wrote to somebody else");
  const sender = run();
  expect(await sender.exit).toBe(3);
  expect(sender.output()).toContain("logged in as 999, the receiver as 888");
  expect(server.sent).toEqual([]);
  await redis.set("tgmem:account:receiver", "999");
  const next = await start();
  await allDone();
  await next.stop("SIGTERM");
});

it("sends through an MTProxy, and tells nobody its secret", async () => {
  const { server, start, push, sentTo, allDone } = await senderWorld();
  const secret = "0123456789abcdef0123456789abcdef";
  const proxy = await startMtproxy(server.endpoint, secret);
  onTestFinished(() => proxy.close());
  await push("42", "by a detour");
  const address = `https://t.me/proxy?server=127.0.0.1&port=${proxy.port}&secret=${secret}`;
  const sender = await start({ PROXY: address, LOG_LEVEL: "trace" });
  await allDone();
  expect(sentTo("42")).toEqual(["by a detour"]);
  expect(proxy.asked.length).toBeGreaterThan(0);
  expect(await sender.stop("SIGTERM")).toBe(0);
  expect(sender.output()).not.toContain(secret.slice(0, 8));
});

it("refuses the receiver's session file", async () => {
  const { run, sessionFile } = await senderWorld();
  const sender = run({ TELEGRAM_SESSION: sessionFile });
  expect(await sender.exit).toBe(2);
  expect(sender.output()).toContain("TELEGRAM_SENDER_SESSION is wrong: expected another file");
});

it("shows “typing” while an answer is made, and not longer", async () => {
  const { redis, start, push, called, allDone } = await senderWorld();
  const sender = await start();
  const done = markAnswering(redis, { chatId: "42" });
  await until(() => called("messages.setTyping") > 0);
  await redis.zadd(answeringKey, Date.now() + 60_000, "99");
  done();
  await push("42", "the answer");
  await allDone();
  const shown = called("messages.setTyping");
  await until(async () => (await redis.zcard(answeringKey)) === 1);
  expect(called("messages.setTyping")).toBe(shown);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("stops within its time while Redis is away", async () => {
  const { start } = await senderWorld();
  const sender = await start({ REDIS_URL: "redis://127.0.0.1:1" });
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("warns when answers go to everybody", async () => {
  const { start } = await senderWorld();
  const sender = await start({ WHITELIST_USER: "" });
  await sender.stop("SIGTERM");
  expect(sender.output()).toContain("WHITELIST_USER holds no id");
});

it("tells every missing or wrong variable at once, with what to do", async () => {
  const { code, stderr } = await runProcess(main, { env: { REDIS_URL: "nowhere" } });
  expect(code).toBe(2);
  for (const text of ["REDIS_URL is wrong", "TELEGRAM_API_ID is missing", "my.telegram.org"])
    expect(stderr).toContain(text);
});

it("explains itself with --help", async () => {
  const { code, stdout } = await runProcess(main, { args: ["--help"] });
  expect(code).toBe(0);
  for (const text of [
    "outbound list",
    "TELEGRAM_SENDER_SESSION",
    "WHITELIST_USER",
    "SEND_PER_SECOND",
    "SEND_CHAT_INTERVAL_MS",
  ])
    expect(stdout).toContain(text);
});

it("shares the pace with another one that has a log-in of its own, and both are told", async () => {
  const { start, sessionFile, push, allDone, sentTo } = await senderWorld();
  const slow = { SEND_PER_SECOND: "10", SEND_CHAT_INTERVAL_MS: "0" };
  const first = await start(slow);
  const second = await start({ ...slow, TELEGRAM_SENDER_SESSION: `${sessionFile}2` });
  await Promise.all([first, second].map((one) => one.says("another sender is logged in")));
  const before = performance.now();
  for (let number = 0; number < 10; number++)
    for (const chat of ["42", "43", "44"]) await push(chat, `${number}`);
  await allDone();
  // Each alone would need 1.5 s for its half.
  expect(performance.now() - before).toBeGreaterThan(2_800);
  for (const chat of ["42", "43", "44"])
    expect(sentTo(chat)).toEqual(Array.from({ length: 10 }, (_, number) => `${number}`));
  for (const one of [first, second]) expect(await one.stop("SIGTERM")).toBe(0);
});

it("writes to an operator who is on no whitelist", async () => {
  const { start, push, allDone, sentTo } = await senderWorld();
  const sender = await start({ ADMIN_USER: "77" });
  await push("77", "to an operator");
  await push("78", "to a stranger");
  await allDone();
  expect([sentTo("77"), sentTo("78")]).toEqual([["to an operator"], []]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("writes to whom operators let talk, and to nobody whom they block or have revoked, whatever list they are on", async () => {
  const { start, push, allDone, sentTo, redis } = await senderWorld();
  const people = redisPeople(redis);
  // 42, 43 and -7 are in WHITELIST_USER.
  await people.decide("99", "allowed");
  await people.decide("43", "blocked");
  const sender = await start({ ADMIN_USER: "77", ASK_ADMIN: "on" });
  for (const person of ["99", "43", "42", "98"]) await push(person, `to ${person}`);
  await push("-7", "to 99 in a listed group", { userId: "99" });
  await push("-8", "to 99 in another group", { userId: "99" });
  await allDone();
  expect(["99", "43", "42", "98", "-7", "-8"].map(sentTo)).toEqual([
    ["to 99"],
    [],
    ["to 42"],
    [],
    ["to 99 in a listed group"],
    [],
  ]);
  await people.revoke("99");
  await push("99", "once more");
  await allDone();
  expect(sentTo("99")).toEqual(["to 99"]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("tells an operator of a process that gives no sign, and of a receiver that is not ready", async () => {
  const { start, redis, server, sentTo } = await senderWorld();
  const [seconds] = await redis.time();
  const heartbeat = { host: "h", pid: 1, startedAtMs: 1, failing: ["telegram"] };
  const seen = {
    worker: Number(seconds) * 1_000 - 60_000,
    receiver: Number(seconds) * 1_000 + 300_000,
  };
  for (const [name, at] of Object.entries(seen))
    await redis.hset("tgmem:processes", name, `${at} ${JSON.stringify({ ...heartbeat, name })}`);
  const sender = await start({ ADMIN_USER: "77" });
  await until(() => server.sent.length === 2, {
    what: "two messages to the operator",
    // It looks every half a minute, and tells what two looks have seen.
    timeoutMs: 150_000,
  });
  expect(sentTo("77").toSorted()).toEqual([
    "⚠️ The receiver is not ready: telegram.",
    "⚠️ The worker gives no sign: it was killed, it hangs, or it cannot reach Redis.",
  ]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});
