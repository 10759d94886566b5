import { expect, it } from "vitest";
import { monthlyBreaker } from "./breaker.ts";

const hourMs = 3_600_000;
const start = (at: number) => {
  const clock = { at };
  return { clock, breaker: monthlyBreaker(() => clock.at) };
};

it("lets every call through until it is opened, and again when it is closed", () => {
  const { breaker } = start(Date.UTC(2026, 0, 15));
  breaker.acquire();
  breaker.acquire();
  breaker.open();
  expect(() => breaker.acquire()).toThrow(expect.objectContaining({ code: "quota_exhausted" }));
  breaker.close();
  breaker.acquire();
  breaker.acquire();
});

it("has one call an hour while it is open, and tells the others how long it is to the next", () => {
  const { clock, breaker } = start(Date.UTC(2026, 0, 15));
  breaker.open();
  clock.at += hourMs - 1;
  expect(() => breaker.acquire()).toThrow(expect.objectContaining({ retryAfterMs: 1 }));
  clock.at++;
  breaker.acquire();
  expect(() => breaker.acquire()).toThrow(expect.objectContaining({ retryAfterMs: hourMs }));
  clock.at += hourMs;
  breaker.acquire();
});

it("is open no longer than the month, of December too", () => {
  const { clock, breaker } = start(Date.UTC(2026, 11, 31, 23, 30));
  breaker.open();
  expect(() => breaker.acquire()).toThrow(expect.objectContaining({ retryAfterMs: hourMs / 2 }));
  clock.at = Date.UTC(2027, 0, 1);
  breaker.acquire();
  breaker.acquire();
});
