import { refuseInList } from "./refusal.ts";

export interface LimitOptions {
  readonly now: () => number;
  /** Requests a base may have in one second; more freeze it for 30 s. */
  readonly perSecond: number;
  /** Data calls of the workspace; more are refused for good. */
  readonly perMonth: number;
}

const freezeMs = 30_000;

const tooFast = () =>
  refuseInList(429, "RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");

/** The two limits that answer 429. */
export function createLimits({ now, perSecond, perMonth }: LimitOptions) {
  let month = perMonth;
  let calls = 0;
  let recent: number[] = [];
  let frozenUntil = 0;
  return {
    checkRate(): void {
      const at = now();
      if (at < frozenUntil) throw tooFast();
      recent = [...recent.filter((time) => time > at - 1000), at];
      if (recent.length <= perSecond) return;
      frozenUntil = at + freezeMs;
      throw tooFast();
    },
    checkMonth(): void {
      calls++;
      if (calls > month)
        throw refuseInList(
          429,
          "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
          "API billing plan limit exceeded. Please upgrade your plan.",
        );
    },
    freeze(): never {
      frozenUntil = now() + freezeMs;
      throw tooFast();
    },
    setMonth(rest: number): void {
      month = calls + rest;
    },
    isFrozen: () => now() < frozenUntil,
  };
}
