import type { Outcome } from "./chaos.ts";

export function goalsOf(outcome: Outcome) {
  return Object.entries(outcome)
    .filter(([, v]) => typeof v === "number")
    .map(([what, v]) => ({ what, reached: v === 0 }));
}
export const table = (outcome: Outcome) =>
  JSON.stringify({ ...outcome, faults: Object.fromEntries(outcome.faults) }, null, 1);
