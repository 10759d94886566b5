import { expect, it } from "vitest";
import { batcher } from "./batcher.ts";

it("lets the calls of one turn share a round trip, in their order, and answers each its own", async () => {
  const trips: (readonly number[])[] = [];
  const twice = batcher(10, async (items: readonly number[]) => {
    trips.push(items);
    return items.map((item) => 2 * item);
  });
  expect(await Promise.all([twice([1, 2]), twice([]), twice([3])])).toEqual([[2, 4], [], [6]]);
  expect(await twice([4])).toEqual([8]);
  expect(trips).toEqual([[1, 2, 3], [4]]);
});

it("begins a new round trip where one would grow above the limit", async () => {
  const trips: number[] = [];
  const echo = batcher(3, async (items: readonly number[]) => {
    trips.push(items.length);
    return items;
  });
  await Promise.all([echo([1, 2]), echo([3, 4]), echo([5])]);
  expect(trips).toEqual([2, 3]);
});

it("makes a failure everybody's, and goes on after it", async () => {
  let broken = true;
  const echo = batcher(3, async (items: readonly number[]) => {
    if (broken) throw new Error("broken");
    return items;
  });
  const answers = await Promise.allSettled([echo([1]), echo([2])]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await echo([3])).toEqual([3]);
});
