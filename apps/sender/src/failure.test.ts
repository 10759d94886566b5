import { TelegramError, type TelegramErrorCode, type TelegramPolicy } from "@tgmem/telegram";
import { expect, it } from "vitest";
import { ShownDraftsError } from "./drafts/shown-drafts.ts";
import { classify } from "./failure.ts";

const failure = (policy: TelegramPolicy, code: TelegramErrorCode, retryAfterMs?: number) =>
  new TelegramError(code, "It failed.", {
    policy,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

it.each([
  [
    "waits as long as Telegram says, without an attempt",
    failure("retry", "flood_wait", 7_000),
    { action: "defer", delayMs: 7_000 },
  ],
  [
    "waits without an attempt while Telegram is out of reach",
    failure("retry", "timeout"),
    { action: "defer", delayMs: 5_000 },
  ],
  [
    "keeps the job for the next process when the account is stopped",
    failure("stop_account", "account_stopped"),
    { action: "defer", delayMs: 1_000 },
  ],
  [
    "buries what the chat refuses",
    failure("dead_letter", "chat_refused"),
    { action: "bury", reason: "It failed." },
  ],
  [
    "buries a text that is refused",
    failure("fix_payload", "too_long"),
    { action: "bury", reason: "It failed." },
  ],
  ["settles what Telegram has already", failure("delivered", "duplicate"), undefined],
])("%s", (_, error, result) => {
  expect(classify(error, { attempt: 1 })).toEqual(result);
});

it("tries again, counting, and later each time, when Telegram has trouble", () => {
  const [first, fifth] = [1, 5].map((attempt) =>
    classify(failure("retry", "unavailable"), { attempt }),
  );
  expect(first).toMatchObject({ action: "retry", reason: "It failed." });
  const delay = (result: typeof first) =>
    result?.action === "retry" ? result.delayMs : Number.NaN;
  expect(delay(fifth)).toBeGreaterThan(delay(first));
});

it("counts what the client itself fails at, which would fail for ever", () => {
  expect(classify(failure("retry", "client_failed"), { attempt: 1 })).toMatchObject({
    action: "retry",
  });
});

const dayMs = 24 * 3_600_000;

it.each([failure("retry", "disconnected"), new ShownDraftsError("It failed.")])(
  "gives up what could not be sent for a day, through no fault of its own: %o",
  (error) => {
    const brokenAfter = (ms: number) =>
      classify(error, { attempt: 1, pushedAtMs: 1_000 }, 1_000 + ms);
    expect(brokenAfter(dayMs - 1)).toEqual({ action: "defer", delayMs: 5_000 });
    expect(brokenAfter(dayMs)).toEqual({
      action: "bury",
      reason: "not sent for a day: It failed.",
    });
  },
);
