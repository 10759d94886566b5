import { expect, it } from "vitest";
import { createOutages } from "./outages.ts";
import { recordingLogger } from "./testing/recording-logger.ts";
import { watchTelegram } from "./watch-telegram.ts";

it("tells of an outage once, however often it is looked at, and once that it is over; a short break is none", async () => {
  const { logger, lines } = recordingLogger();
  let nowMs = 0;
  const outages = createOutages(logger, { now: () => nowMs });
  const stop = new AbortController();
  const seen = [false, true, ...Array.from({ length: 20 }, () => false), true];
  const checks = new Map<string, () => unknown>();
  let connected = true;
  await watchTelegram(
    {
      health: () => {
        nowMs += 2_000;
        connected = seen.shift() ?? true;
        if (seen.length === 0) stop.abort();
        return { connected, sessionKept: false, lastAnswerAtMs: 0 };
      },
    },
    {
      outages,
      health: { check: (name, check) => void checks.set(name, check) },
      everyMs: 1,
      signal: stop.signal,
    },
  );
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, outage: "telegram", msg: "Telegram does not answer" },
    { level: 30, outage: "telegram", msg: "over: Telegram does not answer" },
  ]);
  expect(checks.get("telegram")?.()).toBe(true);
  expect(checks.get("session")?.()).toBe(false);
});
