import { describe, expect, it } from "vitest";
import type { MemoryEvent } from "../events.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat } from "../memory.kit.ts";
import type { MemoryState } from "../store.ts";
import { archiveRecord } from "../testing/index.ts";
import { heal, isCold } from "./heal.ts";

const held: MemoryState = {
  seq: 5,
  watermark: 0,
  version: 2,
  incarnation: "here",
  base: 10,
  dropped: 0,
  epoch: 5,
  summary: "Held.",
  paused: false,
  usage: { input: 0, output: 0, cost: 0 },
  turns: [],
};
const saved = archiveRecord({ version: 2, coversThrough: 10, epoch: 5, incarnation: "here" });
const { summary } = saved;

/** Heals a store that answers with `done`, and tells what it was asked and what was told. */
async function healed({
  state = {},
  record = {},
  done = {},
}: {
  readonly state?: Partial<MemoryState>;
  readonly record?: Partial<typeof saved>;
  readonly done?: { readonly apply?: "conflict"; readonly hydrate?: "not_newer" };
}) {
  const asked: unknown[] = [];
  const events: MemoryEvent[] = [];
  const { apply = "applied", hydrate = "hydrated" } = done;
  const store = {
    ...inMemoryStore(),
    apply: async (_user: string, change: object) => (asked.push({ apply: change }), apply),
    hydrate: async (_user: string, taken: object) => (asked.push({ hydrate: taken }), hydrate),
  };
  const mustReadAgain = await heal(store, chat, {
    archivedIn: undefined,
    record: { ...saved, ...record },
    state: { ...held, ...state },
    emit: (event) => events.push(event),
  });
  return { mustReadAgain, asked, events };
}

const nothing = { mustReadAgain: false, asked: [], events: [] };

describe("a record of the archive", () => {
  it("of this very state is applied to the turns that it covers", async () => {
    expect(await healed({ record: { version: 3, coversThrough: 14 } })).toEqual({
      mustReadAgain: true,
      asked: [
        {
          apply: { epoch: 5, incarnation: "here", version: 2, becomes: 3, to: 4, summary },
        },
      ],
      events: [{ type: "healed", chat, how: "adopted", version: 3 }],
    });
  });

  it("of another life is taken over without a word about the turns since", async () => {
    expect(await healed({ record: { version: 3, incarnation: "before" } })).toEqual({
      mustReadAgain: true,
      asked: [
        { hydrate: { epoch: 5, incarnation: "before", version: 3, coversThrough: 10, summary } },
      ],
      events: [{ type: "healed", chat, how: "hydrated", version: 3 }],
    });
  });

  it.each([
    ["of the same version and text", { summary: "Held." }],
    ["of the same version and another reach", { coversThrough: 9 }],
    ["of an older version", { version: 1 }],
    ["of an older version from another life", { version: 1, incarnation: "before" }],
    ["from before a forget, whatever its version", { epoch: 4, version: 9 }],
  ])("%s is left where it is", async (_name, record) => {
    expect(await healed({ record })).toEqual(nothing);
  });

  it("of the same version and reach was edited by hand, and is taken over", async () => {
    const { asked, events } = await healed({});
    expect(asked).toMatchObject([{ hydrate: { version: 2, summary } }]);
    expect(events).toEqual([{ type: "edited_by_hand", chat, version: 2 }]);
  });

  it("is left alone while a newer program's text is in the store", async () => {
    const state = { summary: null, newerSummary: true } as const;
    expect(await healed({ state })).toEqual(nothing);
  });

  it("of a later epoch is newer, whatever its version", async () => {
    const { asked } = await healed({ record: { epoch: 6, version: 1, incarnation: "before" } });
    expect(asked).toMatchObject([{ hydrate: { epoch: 6, version: 1 } }]);
  });

  it("of the same version gives back a text that the store has lost, an older one does not", async () => {
    const state = { summary: null };
    const { asked } = await healed({ state });
    expect(asked).toMatchObject([{ hydrate: { version: 2, summary } }]);
    expect(await healed({ state, record: { version: 1 } })).toEqual(nothing);
    const empty = { version: 0, summary: null };
    expect(await healed({ state: empty, record: { version: 0 } })).toEqual(nothing);
  });

  it("that somebody was faster with has healed nothing, but the state is another one now", async () => {
    for (const incarnation of ["here", "before"]) {
      const done = { apply: "conflict", hydrate: "not_newer" } as const;
      const { mustReadAgain, events } = await healed({ record: { version: 3, incarnation }, done });
      expect([mustReadAgain, events]).toEqual([true, []]);
    }
  });
});

it("a store is cold when it knows of no summary or has lost its text or its number", () => {
  expect(isCold(held)).toBe(false);
  expect(isCold({ ...held, summary: null })).toBe(true);
  expect(isCold({ ...held, version: 0 })).toBe(true);
});
