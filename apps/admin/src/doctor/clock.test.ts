import { expect, it } from "vitest";
import { clockFinding, clockOfAnswer } from "./clock.ts";

const at = (beforeMs: number, afterMs = beforeMs) => ({ beforeMs, afterMs });

const redis = (theirsMs: number, hereMs: number) =>
  clockFinding({ of: "Redis", theirsMs, asked: at(hereMs) });

it("tells a clock that is far from that of this machine", () => {
  expect(redis(10_000, 11_999).state).toBe("ok");
  expect(redis(10_000, 12_000)).toMatchObject({
    state: "ill",
    found: "that of Redis is 2000 ms behind this machine",
  });
  expect(redis(12_000, 10_000).found).toBe("that of Redis is 2000 ms ahead of this machine");
});

it("does not take a slow answer, or whole seconds, for a clock that is wrong", () => {
  const date = new Date(Date.UTC(2026, 10, 28, 12, 0, 0));
  const answer = (aheadMs: number, tookMs: number) =>
    clockOfAnswer(
      "the engine",
      new Headers({ date: date.toUTCString() }),
      at(date.getTime() - aheadMs, date.getTime() - aheadMs + tookMs),
    )[0]?.state;
  expect(answer(-999, 0)).toBe("ok");
  expect(answer(1_900, 0)).toBe("ok");
  expect(answer(8_000, 9_000)).toBe("ok");
  expect(answer(4_000, 0)).toBe("ill");
  expect(answer(-4_000, 0)).toBe("ill");
});

it("says nothing of a clock that is not told", () => {
  expect(clockOfAnswer("the engine", new Headers(), at(0))).toEqual([]);
  expect(clockOfAnswer("the engine", new Headers({ date: "soon" }), at(0))).toEqual([]);
});
