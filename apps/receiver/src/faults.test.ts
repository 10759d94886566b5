import { type RunningProcess, troubleIn, until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { receiverWorlds } from "./receiver.kit.ts";

const receiverWorld = await receiverWorlds();

/** What is said first wherever a test runs. */
const testServer = "this is not one of Telegram's own servers";
/** With these variables it looks often whether its log-in is good. */
const curious = { TELEGRAM_POLL_MS: "500" };
/** With these it takes Telegram for silent soon, too. */
const impatient = { ...curious, TELEGRAM_ANSWER_TIMEOUT_MS: "10000" };

/** The lines that say why it ended, to whoever looks only at the worst. */
const fatalLines = (receiver: RunningProcess) =>
  receiver
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":60'));

it.each([
  ["is revoked, which it finds out by asking", "revoke"],
  ["is forgotten with its key", "forgetKeys"],
] as const)(
  "ends with 4 when its log-in %s, and the next start logs in anew with the token",
  async (_, fault) => {
    const { server, start, listed } = await receiverWorld();
    const receiver = await start(curious);
    if (fault === "revoke") server.faults.revoke({ device: "tgmem receiver" });
    else server.faults.forgetKeys();
    expect(await receiver.exit).toBe(4);
    expect(fatalLines(receiver)).toEqual([
      expect.stringContaining("has ended: start again, then the bot token logs in anew"),
    ]);
    server.say("42", "meanwhile", { unheard: true });
    const next = await start();
    await listed(1);
    expect(await next.stop("SIGTERM")).toBe(0);
  },
);

it("is not ready and then ends with 4 when Telegram takes connections and answers nothing", async () => {
  const { server, start } = await receiverWorld();
  const receiver = await start(impatient);
  await until(async () => (await receiver.status("/readyz")) === 200);
  server.faults.silent = true;
  await until(async () => (await receiver.status("/readyz")) === 503);
  expect(await receiver.exit).toBe(4);
  expect(fatalLines(receiver)).toEqual([
    expect.stringMatching(/Telegram has answered nothing for \d+ s: start again\./),
  ]);
});

it("ends with 4 when nothing is answered at its start", async () => {
  const { server, run } = await receiverWorld();
  server.faults.silent = true;
  const receiver = run({ TELEGRAM_START_TIMEOUT_MS: "3000" });
  expect(await receiver.exit).toBe(4);
  expect(fatalLines(receiver)).toEqual([expect.stringContaining("is the network up?")]);
});

it("survives that the server is away for longer than it waits for an answer, fetches what it missed, and says so in two lines", async () => {
  const { server, start, listed } = await receiverWorld();
  const receiver = await start({ ...impatient, TELEGRAM_CALL_TIMEOUT_MS: "4000" });
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await receiver.status("/readyz")) === 503);
  server.say("42", "meanwhile", { unheard: true });
  // By then it has waited three times for an answer, longer than it would wait for a server that is silent.
  const awayUntil = performance.now() + 13_000;
  await until(() => performance.now() > awayUntil);
  server.faults.refuse = false;
  await listed(1);
  await until(async () => (await receiver.status("/readyz")) === 200);
  await receiver.says("over: Telegram does not answer");
  expect(await receiver.stop("SIGTERM")).toBe(0);
  expect(troubleIn(receiver)).toEqual([testServer, "Telegram does not answer"]);
});

it("says in two lines that Redis was away, however many messages wait for it, and loses none", async () => {
  const { server, start, listed, redisServer } = await receiverWorld();
  const receiver = await start();
  await redisServer.kill();
  for (const text of ["one", "two", "three"]) server.say("42", text);
  server.say("43", "four");
  await receiver.says('"outage":"redis"');
  await redisServer.restart();
  await listed(4);
  await receiver.says("over: Redis does not answer");
  expect(await receiver.stop("SIGTERM")).toBe(0);
  expect(troubleIn(receiver)).toEqual([testServer, "Redis does not answer"]);
});

it("stops in time while Telegram is silent", async () => {
  const { server, start } = await receiverWorld();
  const receiver = await start();
  server.faults.silent = true;
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("stops in time when it is told to in the middle of its start", async () => {
  const { server, run } = await receiverWorld();
  server.faults.call({ on: "updates.getState", hang: true });
  const receiver = run();
  await until(() => server.calls.includes("updates.getState"));
  expect(await receiver.stop("SIGTERM")).toBe(0);
});
