import { describe, expect, it } from "vitest";
import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import { add, found, postingsOf, remembered, said } from "../testing/recall-kit.ts";
import { analyzer } from "./analyzer.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { Batch, PostingStore } from "./posting-store.ts";

const chat = "42";
const epoch = 0;
const hourMs = 3_600_000;
const whole = analyzer({ name: "whole", stem: (word) => word });
const zebras = (count: number) =>
  Array.from({ length: count }, (_, n) => said(`t${n}`, `gardening ${n}`, "Ok.", n));

/** A store, and the batches that are written to it. `before` may do something first, or refuse one. */
function watched(before: (batch: Batch) => void = () => {}) {
  const inner = inMemoryPostings();
  const batches: Batch[] = [];
  const store: PostingStore = {
    ...inner,
    async append(of, batch) {
      before(batch);
      batches.push(batch);
      return inner.append(of, batch);
    },
  };
  return { inner, store, batches };
}

it("leaves so many numbers free after three hours of silence that nothing leaks over, and none before", async () => {
  const { store } = watched();
  const times = [0, 3 * hourMs, 6 * hourMs + 1, 6 * hourMs + 2];
  await add(
    store,
    chat,
    times.map((atMs, n) => said(`t${n}`, "zebra", "Ok.", atMs)),
  );
  const { known } = await store.state(chat, ["t0", "t1", "t2", "t3"]);
  expect([...known.values()]).toEqual([1, 2, 5, 6]);
  const { sittings } = await store.read(chat, [], { sittings: true });
  expect(sittings).toEqual([
    [1, 0],
    [5, 6 * hourMs + 1],
  ]);
});

it("writes ten turns in a step", async () => {
  const { store, batches } = watched();
  await add(store, chat, zebras(25));
  expect(batches.map(({ turns }) => turns.length)).toEqual([10, 10, 5]);
});

it("adds no more when its caller goes", async () => {
  const controller = new AbortController();
  const reason = new Error("gone");
  const { store } = watched(() => controller.abort(reason));
  const adding = recallIndex(store).add(chat, zebras(25), { epoch, signal: controller.signal });
  await expect(adding).rejects.toBe(reason);
  expect(await remembered(store, chat)).toHaveLength(10);
});

describe("an index that is built anew for another analyzer", () => {
  it("goes on where it was interrupted", async () => {
    let left = Infinity;
    const { inner, store, batches } = watched(() => {
      if (--left < 0) throw new Error("The store was told to fail.");
    });
    await add(store, chat, zebras(35));
    left = 3;
    const index = recallIndex(store, { analyzer: whole });
    const more = [said("last", "gardening", "Ok.", 99)];
    await expect(index.add(chat, more, { epoch })).rejects.toThrow("told to fail");
    expect(await inner.state(chat, [])).toMatchObject({ analyzer: "whole", built: 20, last: 35 });
    left = Infinity;
    batches.length = 0;
    expect(await index.add(chat, more, { epoch })).toBe("added");
    expect(batches.map(({ built }) => built)).toEqual([30, 35, 36]);
    expect(await postingsOf(inner, chat, "gardening")).toBe(36);
    expect(await postingsOf(inner, chat, "garde")).toBe(0);
    expect((await inner.state(chat, [])).units).toBe(72);
  });

  it("has no word of a turn that was erased meanwhile", async () => {
    const { store } = watched();
    await add(store, chat, zebras(3));
    const index = recallIndex(store, { analyzer: whole });
    await index.replace(chat, said("t1", "", ""), { epoch });
    for (const [term, count] of Object.entries({ gardening: 2, garde: 0, 1: 0 }))
      expect(await postingsOf(store, chat, term), term).toBe(count);
  });
});

it("replaces a turn by what was asked for, though somebody else has changed it in between", async () => {
  const inner = inMemoryPostings();
  await add(inner, chat, [said("a", "A zebra.")]);
  let others = 1;
  const store: PostingStore = {
    ...inner,
    async replace(of, change) {
      if (others-- > 0) await recallIndex(inner).replace(of, said("a", "A giraffe."), { epoch });
      return inner.replace(of, change);
    },
  };
  await recallIndex(store).replace(chat, said("a", "An okapi."), { epoch });
  expect(await found(inner, chat, "okapi")).toEqual(["a"]);
  expect(await found(inner, chat, "zebra giraffe")).toEqual([]);
});
