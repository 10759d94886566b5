import { outboundQueue } from "@tgmem/contracts";
import { runProcess, until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { startSocks5 } from "@tgmem/testbed";
import { botAccount } from "@tgmem/telegram-test-server";
import { expect, it, onTestFinished } from "vitest";
import { main, receiverWorlds } from "./receiver.kit.ts";

const receiverWorld = await receiverWorlds();

it("(3) puts listed people's messages on the list, also those of the time when it did not run, and stops cleanly", async () => {
  const { server, run, start, drain, listed } = await receiverWorld();
  const first = await start();
  server.say("42", "a secret text");
  server.say("99", "a stranger");
  server.say("43", "/help");
  await listed(2);
  expect(await first.stop("SIGTERM")).toBe(0);
  server.say("42", "meanwhile");
  const second = run();
  await listed(3);
  expect(await second.stop("SIGTERM")).toBe(0);
  expect((await drain()).toSorted()).toEqual(["/help", "a secret text", "meanwhile"]);
  for (const text of ["a secret text", "stranger", botAccount.botToken])
    expect(first.output()).not.toContain(text);
});

it("(15) receives through a proxy, waits for one that is away, and tells nobody its password", async () => {
  const { server, run, start, drain, listed } = await receiverWorld();
  const login = { username: "anna", password: "hunter2" };
  const proxy = await startSocks5(login);
  onTestFinished(() => proxy.close());
  const address = `socks5://anna:hunter2@127.0.0.1:${proxy.port}`;
  const receiver = await start({ PROXY: address, LOG_LEVEL: "trace" });
  server.say("42", "by a detour");
  await listed(1);
  expect(await drain()).toEqual(["by a detour"]);
  expect(proxy.asked).toContain(`127.0.0.1:${server.endpoint.port}`);
  expect(await receiver.stop("SIGTERM")).toBe(0);
  const wrong = address.replace("hunter2", "hunter3");
  const refused = run({ PROXY: wrong, LOG_LEVEL: "trace", TELEGRAM_START_TIMEOUT_MS: "3000" });
  expect(await refused.exit).toBe(4);
  expect(refused.output()).toContain(`The proxy 127.0.0.1:${proxy.port} gives no connection`);
  const garbled = run({ PROXY: "anna:hunter2@127.0.0.1" });
  expect(await garbled.exit).toBe(2);
  expect(garbled.output()).toContain("PROXY is wrong: expected socks5://");
  for (const { output } of [receiver, refused, garbled])
    expect(output()).not.toMatch(/anna|hunter/u);
});

it("(6) loses no message and repeats none when it is killed, and when Redis is away for a while", async () => {
  const { server, redisServer, inbound, run, start, drain, listed } = await receiverWorld();
  const first = await start();
  server.say("42", "one");
  await listed(1);
  await first.stop("SIGKILL");
  server.say("42", "two");
  const second = run();
  await listed(2);
  onTestFinished(() => redisServer.restart());
  await redisServer.kill();
  server.say("42", "three");
  server.say("42", "four");
  await second.says("Redis does not answer");
  await redisServer.restart();
  await until(async () => (await inbound.stats()).depth >= 2);
  const texts: string[] = [];
  await until(async () => texts.push(...(await drain())) && texts.includes("four"));
  expect(texts.slice(-2)).toEqual(["three", "four"]);
  expect(await second.stop("SIGTERM")).toBe(0);
});

it("(10) takes what is written in a moment as one, an album as one, and an edit by itself", async () => {
  const { server, start, drain, listed } = await receiverWorld();
  const receiver = await start({ MERGE_WINDOW_MS: "5000" });
  const first = server.say("42", "one");
  server.say("42", "two");
  await listed(1);
  server.edit(first, "uno");
  const fields = { grouped_id: 9n, media: { _: "messageMediaPhoto" } };
  server.say("42", "", { fields });
  server.say("42", "a caption", { fields });
  await listed(3);
  expect(await drain()).toEqual(["one\ntwo", "uno", "a caption"]);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("(3) puts what was written in a supergroup on the list, also while it did not run", async () => {
  const { server, run, start, drain, listed } = await receiverWorld();
  const group = "-1000000000055";
  const first = await start();
  server.say("42", "/one", { group });
  await listed(1);
  await first.stop("SIGKILL");
  server.say("42", "/two", { group });
  server.say("42", "among ourselves", { group });
  const second = run();
  await listed(2);
  expect(await second.stop("SIGTERM")).toBe(0);
  expect((await drain()).toSorted()).toEqual(["/one", "/two"]);
});

it("is ready while it is connected, and connects again by itself", async () => {
  const { server, start } = await receiverWorld();
  const receiver = await start();
  const ready = () => receiver.status("/readyz");
  expect(await ready()).toBe(200);
  expect(await receiver.status("/livez")).toBe(200);
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await ready()) === 503);
  server.faults.refuse = false;
  await until(async () => (await ready()) === 200);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("stops within its time while Redis is away", async () => {
  const { server, start } = await receiverWorld();
  const receiver = await start({ REDIS_URL: "redis://127.0.0.1:1" });
  server.say("42", "cannot be put anywhere");
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("warns when everybody may talk to the bot, and names entries that are no ids", async () => {
  const { start } = await receiverWorld();
  const receiver = await start({ WHITELIST_USER: "@me" });
  await receiver.stop("SIGTERM");
  expect(receiver.output()).toContain("WHITELIST_USER holds no id");
  expect(receiver.output()).toContain('"invalid":["@me"]');
});

it("refuses a session file that another process uses, and says what to do", async () => {
  const { run, start } = await receiverWorld();
  const first = await start();
  const second = run();
  expect(await second.exit).toBe(2);
  expect(second.output()).toContain("is in use by another process: stop that one");
  expect(await first.stop("SIGTERM")).toBe(0);
});

it("takes in so many messages of a person, with its text in no log, and one sentence goes out", async () => {
  const { server, redis, start, drain, listed } = await receiverWorld();
  const receiver = await start({ LIMIT_WAITING_MESSAGES: "3" });
  for (let number = 0; number < 9; number++) server.say("42", `message ${number}`);
  server.say("43", "of somebody else");
  server.say("42", "/forget");
  await listed(5);
  const outbound = redisQueue(redis, outboundQueue);
  onTestFinished(() => outbound.close());
  const [, port] = /"port":(\d+)/.exec(receiver.output()) ?? [];
  const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await until(async () => (await metrics()).includes('messages_total{outcome="refused"} 6'));
  expect((await outbound.stats()).depth).toBe(1);
  expect((await drain()).toSorted()).toEqual(
    ["/forget", "message 0", "message 1", "message 2", "of somebody else"].toSorted(),
  );
  expect(await receiver.stop("SIGTERM")).toBe(0);
  expect(receiver.output()).not.toContain("message 8");
});

it("takes in what an operator writes who is on no whitelist", async () => {
  const { server, start, drain, listed } = await receiverWorld();
  const receiver = await start({ ADMIN_USER: "77" });
  server.say("78", "/status");
  server.say("77", "/status");
  await listed(1);
  expect(await drain()).toEqual(["/status"]);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("is told of another one with a log-in of its own, as that one is of it, and puts nothing on the list twice", async () => {
  const { server, start, sessionFile, drain, listed } = await receiverWorld();
  const first = await start();
  const second = await start({ TELEGRAM_SESSION: `${sessionFile}2` });
  await Promise.all([first, second].map((one) => one.says("another receiver is logged in")));
  server.say("42", "heard twice");
  await listed(1);
  expect(await second.stop("SIGTERM")).toBe(0);
  await first.says("the only receiver of its account again");
  expect(await first.stop("SIGTERM")).toBe(0);
  expect(await drain()).toEqual(["heard twice"]);
});

it("tells every missing or wrong variable at once, with what to do", async () => {
  const { code, stderr } = await runProcess(main, {
    env: { TELEGRAM_API_ID: "x", METRICS_PORT: "no", TELEGRAM_BOT_TOKEN: "secret" },
  });
  expect(code).toBe(2);
  for (const text of [
    "TELEGRAM_API_ID is wrong",
    "TELEGRAM_API_HASH is missing",
    "my.telegram.org",
    "METRICS_PORT is wrong",
    "TELEGRAM_BOT_TOKEN is wrong",
    "@BotFather",
  ])
    expect(stderr).toContain(text);
  expect(stderr).not.toContain("`secret`");
});

it("explains itself with --help", async () => {
  const { code, stdout } = await runProcess(main, { args: ["--help"] });
  expect(code).toBe(0);
  for (const text of ["inbound list", "TELEGRAM_SESSION", "WHITELIST_USER"])
    expect(stdout).toContain(text);
});
