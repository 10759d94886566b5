import { expect, it } from "vitest";
import { faultKinds } from "./fault-kinds.ts";
import { strikes } from "./faults/strikes.ts";
import { planOf } from "./plan.ts";

const options = { seed: 7, minutes: 60, messages: 2_000, people: 50 };

it("plans the same run for the same seed, and another one for another", () => {
  expect(planOf(options)).toEqual(planOf(options));
  expect(planOf({ ...options, seed: 8 }).faults).not.toEqual(planOf(options).faults);
});

it("lets every kind of fault happen, each thing suffer one at a time, and everything be mended in the end", () => {
  const { faults } = planOf(options);
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(faultKinds.keys()));
  const freeAtMs = new Map<string, number>();
  for (const { kind, atMs, lastsMs } of faults) {
    const thing = faultKinds.get(kind)?.thing ?? "";
    expect(atMs).toBeGreaterThanOrEqual(freeAtMs.get(thing) ?? 0);
    freeAtMs.set(thing, atMs + lastsMs);
  }
  expect(Math.max(...freeAtMs.values())).toBeLessThanOrEqual(60 * 60_000);
});

it("knows how to do every kind of fault", () => {
  expect(new Set(strikes.keys())).toEqual(new Set(faultKinds.keys()));
});

it("says as many messages as it was asked for, numbered in each chat without a gap, in private chats and in groups", () => {
  const { acts, chats } = planOf(options);
  const said = acts.filter(({ kind }) => kind === "say");
  expect(said).toHaveLength(2_000);
  for (const { id } of chats) {
    const numbers = said.filter(({ chat }) => chat === id).map(({ index }) => index);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBeGreaterThan(0);
  }
  expect(new Set(acts.map(({ kind }) => kind))).toEqual(new Set(["say", "edit", "forget"]));
});
