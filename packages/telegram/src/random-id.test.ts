import { expect, it } from "vitest";
import { randomId } from "./random-id.ts";

it("is the same for the same job and part, in every process and version", () => {
  expect(randomId("tg:999:42:7", 0)).toBe(randomId("tg:999:42:7"));
  expect(randomId("tg:999:42:7", 0)).toBe(6_525_767_962_811_122_060n);
});

it("differs for every job and part, and is a signed 64-bit number that is not 0", () => {
  const ids = Array.from({ length: 2_000 }, (_, index) =>
    randomId(`job ${index % 1_000}`, index % 2 ? 1 : 0),
  );
  expect(new Set(ids).size).toBeGreaterThan(999);
  for (const id of ids) {
    expect(BigInt.asIntN(64, id)).toBe(id);
    expect(id).not.toBe(0n);
  }
});
