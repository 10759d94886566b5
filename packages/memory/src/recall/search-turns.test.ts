import { describe, expect, it } from "vitest";
import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import { add, dayMs, found, said, search } from "../testing/recall-kit.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { PostingStore } from "./posting-store.ts";
import { encodeNumber } from "./postings.ts";

const chat = "42";
const today = Date.UTC(2024, 5, 11);
const yesterday = today - dayMs;
const minuteMs = 60_000;
const talk = { nowMs: today + dayMs / 2, maxWords: 500 };
const asked = "What did we talk about yesterday?";

describe("a question for a day and nothing else", () => {
  it("finds what was said from its first to its last moment, whenever the talk began", async () => {
    const store = inMemoryPostings();
    const times = {
      before: yesterday - 1,
      first: yesterday,
      noon: yesterday + dayMs / 2,
      evening: today - minuteMs,
      last: today - 1,
      after: today,
    };
    const turns = Object.entries(times).map(([id, atMs]) => said(id, `It was ${id}.`, "Ok.", atMs));
    await add(store, chat, turns);
    expect(await found(store, chat, asked, talk)).toEqual(["first", "noon", "evening", "last"]);
  });

  it("gives of a long day something from the morning to the evening, and only of turns that are left", async () => {
    const inner = inMemoryPostings({ maxTurns: 40 });
    const turns = Array.from({ length: 400 }, (_, n) =>
      said(`${n}`, `It was ${n}.`, "Ok.", yesterday + n * minuteMs),
    );
    await add(inner, chat, turns);
    // A store may still know when a talk began whose first turns it has dropped.
    const store: PostingStore = {
      ...inner,
      read: async (...args) => ({ ...(await inner.read(...args)), sittings: [[1, yesterday]] }),
    };
    const numbers = (await found(store, chat, asked, talk)).map(Number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.at(0)).toBeLessThan(370);
    expect(numbers.at(-1)).toBeGreaterThan(390);
  });
});

it("counts what was said on the day that is asked for three times, and in the weeks around it 1.2 times", async () => {
  const store = inMemoryPostings();
  const day = Date.UTC(2024, 5, 10);
  const days = [-7.5, -7, -1, 0, 1, 7, 8, 8.5].map((after) => day + after * dayMs);
  await add(
    store,
    chat,
    days.map((atMs, n) => said(`${n}`, "I ran a marathon.", "", atMs)),
  );
  const all = await search(store, chat, "Which marathon was it on 2024-06-10?", { maxWords: 500 });
  const [plain = 0] = all.map(({ score }) => score);
  const factors = all.map(({ score }) => Number((score / plain).toFixed(3)));
  expect(factors).toEqual([1, 1.2, 1.2, 3, 1.2, 1.2, 1, 1]);
});

it("asks the store for nothing more when nothing is wanted any more, or its caller has gone", async () => {
  const inner = inMemoryPostings();
  await add(inner, chat, [said("a", "A zebra.")]);
  let reads = 0;
  const store: PostingStore = { ...inner, read: (...args) => (reads++, inner.read(...args)) };
  expect(await found(store, chat, "zebra", { beside: Promise.resolve(null) })).toEqual([]);
  expect(reads).toBe(0);
  const reason = new Error("gone");
  const gone = search(store, chat, "zebra", { signal: AbortSignal.abort(reason) });
  await expect(gone).rejects.toBe(reason);
});

it("passes over what a store still has of turns that it has dropped, however well they fit", async () => {
  const inner = inMemoryPostings({ maxTurns: 5 });
  const turns = Array.from({ length: 40 }, (_, n) =>
    said(`${n}`, `A zebra ${"and others ".repeat(28)}`, "", n),
  );
  await add(inner, chat, turns);
  const dropped = Array.from({ length: 35 }, (_, n) => `${encodeNumber(2 * n + 2)}z`).join("");
  const store: PostingStore = {
    ...inner,
    async read(...args) {
      const state = await inner.read(...args);
      return { ...state, lists: new Map([["zebra", dropped + (state.lists.get("zebra") ?? "")]]) };
    },
  };
  expect(await search(store, chat, "zebra", { maxWords: 500 })).toEqual(
    await search(inner, chat, "zebra", { maxWords: 500 }),
  );
  expect((await found(store, chat, "zebra", { maxWords: 500 })).length).toBeGreaterThan(0);
});

it("asks a store for no turn that it has brought along already", async () => {
  const inner = inMemoryPostings();
  await add(inner, chat, [said("a", "A zebra."), said("b", "A zebra.")]);
  const wanted: number[] = [];
  const store: PostingStore = {
    ...inner,
    async read(...args) {
      const [one] = await inner.texts(chat, [1]);
      return {
        ...(await inner.read(...args)),
        likely: new Map([...(one ? [one] : []), [9, null]]),
      };
    },
    texts: (of, numbers) => (wanted.push(...numbers), inner.texts(of, numbers)),
  };
  expect(await found(store, chat, "zebra")).toEqual(["a", "b"]);
  expect(wanted).toEqual([2]);
});

it("gives no more turns when its caller goes", async () => {
  const store = inMemoryPostings();
  await add(
    store,
    chat,
    Array.from({ length: 150 }, (_, n) => said(`${n}`, "A zebra.", "", n)),
  );
  const controller = new AbortController();
  const reason = new Error("gone");
  const { signal } = controller;
  const parts: unknown[] = [];
  const giving = (async () => {
    for await (const part of recallIndex(store).turns(chat, { signal })) {
      parts.push(...part);
      controller.abort(reason);
    }
  })();
  await expect(giving).rejects.toBe(reason);
  expect(parts).toHaveLength(100);
});
