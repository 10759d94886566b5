import { dirname, join } from "node:path";
import { randomPrefix } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { afterEach, expect, it } from "vitest";
import { senderBench } from "./sender.kit.ts";

const bench = await senderBench();
const { server, outbound, env } = bench;
afterEach(() => void Object.assign(server.faults, { silent: false, refuse: false }));

/** The sender looks often whether its log-in is good, and loses its patience soon. */
const short = {
  TELEGRAM_CALL_TIMEOUT_MS: "1500",
  TELEGRAM_POLL_MS: "3000",
  TELEGRAM_ANSWER_TIMEOUT_MS: "750",
};

/** A sender with a log-in of its own. */
const started = (waits: Readonly<Record<string, string>> = short) =>
  bench.start({
    ...env,
    ...waits,
    TELEGRAM_SENDER_SESSION: join(dirname(env.TELEGRAM_SENDER_SESSION), randomPrefix()),
  });
const push = (text: string) => bench.push("42", text);
const depth = async () => (await outbound.stats()).depth;
const texts = () => server.sent.map(({ text }) => text);

it("ends with 3 when its log-in is revoked, although nothing is to be sent", async () => {
  const sender = await started();
  server.faults.revoke({ device: "tgmem sender" });
  expect(await sender.exit).toBe(3);
  expect(sender.output()).toContain("log in again");
});

it("ends with 4 when Telegram is silent, keeps the message, and the next process sends it once", async () => {
  const sender = await started();
  server.faults.silent = true;
  await push("kept");
  expect(await sender.exit).toBe(4);
  expect(await depth()).toBe(1);
  server.faults.silent = false;
  const next = await started();
  await until(async () => (await depth()) === 0, { timeoutMs: 20_000 });
  expect(texts()).toEqual(["kept"]);
  expect(await next.stop("SIGTERM")).toBe(0);
});

it("sends once what was to be sent while the server was away", async () => {
  const before = texts().length;
  const sender = await started();
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await sender.status("/readyz")) === 503, { timeoutMs: 20_000 });
  await push("late");
  await sender.says("timeout");
  server.faults.refuse = false;
  await until(async () => (await depth()) === 0, { timeoutMs: 20_000 });
  expect(texts().slice(before)).toEqual(["late"]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("leaves in time while Telegram does not answer a message, and keeps it", async () => {
  const sender = await started({});
  const called = server.calls.length;
  server.faults.call({ on: "messages.sendMessage", hang: true });
  await push("unanswered");
  await until(() => server.calls.slice(called).includes("messages.sendMessage"), {
    timeoutMs: 20_000,
  });
  await sender.stop("SIGTERM");
  expect(await depth()).toBe(1);
});
