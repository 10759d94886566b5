import { expect, it } from "vitest";
import { batcher } from "./batcher.ts";

it("lets the calls of one turn share a round trip, in their order, and answers each its own", async () => {
  const trips: (readonly number[])[] = [];
  const twice = batcher({ maxItems: 10 }, async (items: readonly number[]) => {
    trips.push(items);
    return items.map((item) => 2 * item);
  });
  expect(await Promise.all([twice([1, 2]), twice([]), twice([3])])).toEqual([[2, 4], [], [6]]);
  expect(await twice([4])).toEqual([8]);
  expect(trips).toEqual([[1, 2, 3], [4]]);
});

it("begins a new round trip where one would grow above the limit", async () => {
  const trips: number[] = [];
  const echo = batcher({ maxItems: 3 }, async (items: readonly number[]) => {
    trips.push(items.length);
    return items;
  });
  await Promise.all([echo([1, 2]), echo([3, 4]), echo([5])]);
  expect(trips).toEqual([2, 3]);
});

it("begins a new round trip where the items of one would be too long, and sends a long call alone", async () => {
  const trips: (readonly string[])[] = [];
  const bounds = { maxItems: 10, maxLength: 4, lengthOf: (item: string) => item.length };
  const echo = batcher(bounds, async (items: readonly string[]) => {
    trips.push(items);
    return items;
  });
  await Promise.all([echo(["aa", "b"]), echo(["cc"]), echo(["dd"]), echo(["eeeee"]), echo(["f"])]);
  expect(trips).toEqual([["aa", "b"], ["cc", "dd"], ["eeeee"], ["f"]]);
});

it("makes a failure everybody's, and goes on after it", async () => {
  let broken = true;
  const echo = batcher({ maxItems: 3 }, async (items: readonly number[]) => {
    if (broken) throw new Error("broken");
    return items;
  });
  const answers = await Promise.allSettled([echo([1]), echo([2])]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await echo([3])).toEqual([3]);
});
