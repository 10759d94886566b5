import { LlmError, type LlmErrorCode } from "@tgmem/llm";
import { scriptedModel } from "@tgmem/llm/testing";
import { QueueError } from "@tgmem/queue";
import { expect, it } from "vitest";
import { createRetryPolicy } from "./retry-policy.ts";

const hourMs = 3_600_000;
const bounds = { lowest: () => 0, highest: () => 1 };

function setup({ random = bounds.highest }: { random?: () => number } = {}) {
  let nowMs = 1_790_000_000_000;
  const policy = createRetryPolicy({ answerWithinMs: hourMs, now: () => nowMs, random });
  const message = { sentAtMs: nowMs };
  const fail = (id: string, error: unknown = new LlmError("unavailable", "down")) =>
    policy.failed(id, error, message);
  const well = policy.watched(scriptedModel(Array.from({ length: 9 }, () => "Hi!")));
  return {
    policy,
    fail,
    /** The model answers another message. */
    pass: () => well.complete([]),
    /** People see it write while it does. */
    passInPieces: () => well.stream([]).completion,
    message,
    advance: (ms: number) => void (nowMs += ms),
    now: () => nowMs,
  };
}

const delayOf = (failure: ReturnType<ReturnType<typeof setup>["fail"]>) =>
  failure.action === "bury" ? undefined : failure.delayMs;

it("waits longer the longer the trouble lasts, between a second and twenty", () => {
  const { fail, advance } = setup();
  const delays = [0, 1_000, 1_000, 8_000, 30_000, 60_000].map((ms) => {
    advance(ms);
    return delayOf(fail("a"));
  });
  expect(delays).toEqual([1_000, 1_000, 2_000, 10_000, 20_000, 20_000]);
});

it("spreads the tries of messages that failed together", () => {
  const [early, late] = [setup({ random: bounds.lowest }), setup()];
  for (const { fail, advance } of [early, late]) {
    fail("a");
    advance(20_000);
  }
  expect([delayOf(early.fail("a")), delayOf(late.fail("a"))]).toEqual([10_000, 20_000]);
});

it("waits as long as the provider asks, but never above a minute", () => {
  const { fail } = setup();
  const asked = (retryAfterMs: number) =>
    delayOf(fail("a", new LlmError("rate_limited", "slow down", { retryAfterMs })));
  expect([asked(30_000), asked(86_400_000)]).toEqual([30_000, 60_000]);
});

it.each([
  "rate_limited",
  "overloaded",
  "unavailable",
  "timeout",
  "aborted",
  "malformed_answer",
  "payment_required",
  "unauthorized",
  "forbidden",
  "model_not_found",
] as const)("counts no attempt for %s, which is no fault of the message", (code: LlmErrorCode) => {
  expect(setup().fail("a", new LlmError(code, "what, what to do"))).toMatchObject({
    action: "defer",
    reason: `LlmError ${code}: what, what to do`,
  });
});

it("counts none for a store of ours that is ill either", () => {
  expect(setup().fail("a", new QueueError("store_unavailable", "no Redis"))).toMatchObject({
    action: "defer",
    cause: "trouble",
  });
});

it.each([
  "moderated",
  "bad_request",
  "context_too_long",
  "empty_answer",
  "truncated",
  "invalid_argument",
] as const)("gives up at once what will not be better: %s", (code) => {
  expect(setup().fail("a", new LlmError(code, "what"))).toMatchObject({ action: "bury" });
});

it("gives up a message at its age, whatever it waits for, and says so", () => {
  const { fail, advance } = setup();
  advance(hourMs - 1);
  expect(fail("a").action).toBe("defer");
  advance(1);
  expect(fail("a")).toEqual({
    action: "bury",
    cause: "trouble",
    reason: "too old: LlmError unavailable: down",
  });
});

it("counts the age of an edit from the edit", () => {
  const { policy, advance, message, now } = setup();
  advance(2 * hourMs);
  const error = new LlmError("unavailable", "down");
  expect(policy.failed("a", error, { ...message, editedAtMs: now() }).action).toBe("defer");
});

it.each([
  ["", "pass"],
  [" piece by piece", "passInPieces"],
] as const)(
  "counts the attempts of a message that fails again while most others pass%s",
  async (_, pass) => {
    const { fail, ...others } = setup();
    expect(fail("a").action).toBe("defer");
    await others[pass]();
    expect(fail("a").action).toBe("retry");
    // Nothing has passed since.
    expect(fail("a").action).toBe("defer");
  },
);

it("counts none while nobody is answered by the model, however many commands are", () => {
  const { policy, fail } = setup();
  fail("a");
  for (const command of ["b", "c", "d"]) policy.ended(command);
  expect(fail("a").action).toBe("defer");
});

it("counts none while most others fail, too", async () => {
  const { fail, pass } = setup();
  fail("a");
  await pass();
  fail("c");
  expect(fail("a").action).toBe("defer");
});

it("counts none of a message that fails beside another, though many have passed since it failed last", async () => {
  const { fail, pass } = setup();
  fail("a");
  for (let n = 0; n < 5; n++) await pass();
  fail("c");
  expect(fail("a").action).toBe("defer");
  await pass();
  await pass();
  expect(fail("a").action).toBe("retry");
});

it("counts none for a store that is ill while others pass", async () => {
  const { fail, pass } = setup();
  const error = new QueueError("store_unavailable", "no Redis");
  fail("a", error);
  await pass();
  expect(fail("a", error).action).toBe("defer");
});

it.each(["rate_limited", "overloaded", "payment_required", "unauthorized"] as const)(
  "counts none for %s, which meets some messages while others pass",
  async (code) => {
    const { fail, pass } = setup();
    const error = new LlmError(code, "too much");
    fail("a", error);
    await pass();
    expect(fail("a", error).action).toBe("defer");
  },
);

it("begins anew with a message that was answered", () => {
  const { policy, fail, advance } = setup();
  fail("a");
  advance(50_000);
  policy.ended("a");
  expect(policy.sinceMs("a")).toBeUndefined();
  expect(delayOf(fail("a"))).toBe(1_000);
});

it("keeps the words of an error that is not ours to itself", () => {
  const { fail } = setup();
  expect(fail("a", new TypeError("cannot read 'my secret'"))).toMatchObject({
    action: "retry",
    cause: "fault",
    reason: "TypeError",
  });
  expect(fail("b", "my secret")).toMatchObject({ reason: "unknown failure" });
});
