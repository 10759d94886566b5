import { join } from "node:path";
import { Api } from "telegram";
import { afterEach, expect, it, vi } from "vitest";
import { TelegramError } from "../../errors.ts";
import type { Call } from "./calls.ts";
import { logIn } from "../login/log-in.ts";
import { TelegramClock } from "./telegram-clock.ts";
import { startWatchdog } from "./watchdog.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen, folder, options } = await wire();
/** The watchdog asks often, and loses its patience soon. */
const waits = { pollMs: 2_000, answerTimeoutMs: 500, reconnectDelayMs: 50 };
let files = 0;
/** A session of its own for each test, because a test may make Telegram forget every log-in there is. */
const newSessionFile = () => join(folder, `session ${++files}`);
const botToken = "999:token";

afterEach(() => {
  Object.assign(server.faults, { silent: false, mutePings: false, refuse: false });
});

/** A connection whose fatal errors are kept. */
async function watched() {
  const errors: TelegramError[] = [];
  const onFatal = (error: TelegramError) => void errors.push(error);
  const port = await connect({ sessionFile: newSessionFile(), ...waits, onFatal });
  return { port, errors };
}

it("ends when Telegram has forgotten its key, and is not ready any more", async () => {
  const { port, errors } = await watched();
  const { ended } = listen(port);
  server.faults.forgetKeys();
  await expect(ended).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("start again, then the bot token logs in anew"),
    cause: { code: "account_stopped" },
  });
  expect(port.health().connected).toBe(false);
  expect(errors).toHaveLength(1);
});

it("ends a start whose key Telegram has forgotten, without waiting for its time to be over", async () => {
  const sessionFile = newSessionFile();
  await logIn(options({ sessionFile }), { botToken });
  server.faults.forgetKeys();
  const startTimeoutMs = 1_000_000;
  await expect(connect({ sessionFile, startTimeoutMs }, "user")).rejects.toMatchObject({
    code: "account_stopped",
    message: expect.stringContaining(`${sessionFile} is of no more use (forgotten)`),
  });
  const port = await connect({ sessionFile, startTimeoutMs });
  expect(port.account.id, "a token logs in anew").toBe("999");
});

it("ends when Telegram takes every question and answers none, and is not ready before that", async () => {
  const { port, errors } = await watched();
  const { ended } = listen(port);
  ended.catch(() => {});
  expect(port.health().connected).toBe(true);
  server.faults.silent = true;
  await expect.poll(() => port.health().connected, soon).toBe(false);
  expect(errors).toEqual([]);
  await expect(ended).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/^Telegram has answered nothing for \d+ s: start again\.$/),
  });
  expect(errors).toHaveLength(1);
});

it("waits as long as it takes while the network is down, and then goes on", async () => {
  const { port, errors } = await watched();
  const { texts } = listen(port);
  const outageMs = 5_000;
  server.faults.refuse = true;
  server.faults.dropConnections();
  await expect.poll(() => port.health().connected, soon).toBe(false);
  server.say("42", "meanwhile", { unheard: true });
  // More than the patience with a silent Telegram: what is under test is that nothing happens.
  await new Promise((resolve) => setTimeout(resolve, outageMs));
  server.faults.refuse = false;
  await expect.poll(() => texts, soon).toEqual(["meanwhile"]);
  expect(port.health().connected).toBe(true);
  expect(errors).toEqual([]);
});

it("gives up a start in time when nothing is answered", async () => {
  await watched();
  server.faults.silent = true;
  await expect(
    connect({ sessionFile: newSessionFile(), startTimeoutMs: 2_000 }),
  ).rejects.toMatchObject({
    code: "timeout",
  });
});

it.each(["help.getConfig", "updates.getState", "users.getUsers"])(
  "gives up a start at once when its caller stops while %s is not answered",
  async (on) => {
    const stopping = new AbortController();
    const called = server.calls.length;
    server.faults.call({ on, hang: true });
    const starting = connect({ sessionFile: newSessionFile(), signal: stopping.signal });
    starting.catch(() => {});
    await expect.poll(() => server.calls.slice(called), soon).toContain(on);
    stopping.abort();
    await expect(starting).rejects.toMatchObject({ code: "aborted" });
  },
);

const unanswered: Call = async () => {
  throw new TelegramError("timeout", "no answer", { policy: "retry" });
};

it("ends when the client has stopped connecting, which nothing but a new one can mend", async () => {
  const dead = { broken: new AbortController().signal, isUpSince: () => false, lastTriedAtMs: 0 };
  const { promise, resolve } = Promise.withResolvers<TelegramError>();
  const { stop } = startWatchdog({
    connection: dead,
    call: unanswered,
    intervalMs: 1,
    answerTimeoutMs: 1,
    onState: () => {},
    onFatal: resolve,
  });
  expect(await promise).toMatchObject({ code: "unavailable" });
  stop();
});

it("tells with each answer what the time is at Telegram, because a clock may be set while it runs", async () => {
  const connection = {
    broken: new AbortController().signal,
    isUpSince: () => true,
    lastTriedAtMs: 0,
  };
  const state = new Api.updates.State({ pts: 1, qts: 0, date: 1_000_000, seq: 1, unreadCount: 0 });
  const call = vi.fn<Call>().mockResolvedValue(state);
  const told = new TelegramClock();
  await new Promise<void>((resolve) => {
    const { stop } = startWatchdog({
      connection,
      call,
      intervalMs: 1,
      answerTimeoutMs: 1_000,
      onState(answer) {
        told.set(answer);
        stop();
        resolve();
      },
      onFatal: (error) => expect.unreachable(error.message),
    });
  });
  expect(told.now()).toBeGreaterThanOrEqual(1_000_000_000);
  expect(told.now()).toBeLessThan(2_000_000_000);
});
