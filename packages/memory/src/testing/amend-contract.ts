import { deepEqual, equal } from "node:assert/strict";
import type { Amendment, Begun, NewTurn, TurnContent, WindowStore } from "../store.ts";
import { brokenUnicode, oddIds, oddTexts } from "./contract-case.ts";

type Promised = (title: string, check: (store: WindowStore, user: string) => Promise<void>) => void;

const read = (store: WindowStore, user: string) => store.begin(user, "");
const turn = (turnId: string, changes: Partial<NewTurn> = {}): NewTurn => ({
  turnId,
  user: `said ${turnId}`,
  assistant: `answered ${turnId}`,
  epoch: 0,
  ...changes,
});

async function say(store: WindowStore, user: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await store.commit(user, turn(`t${n}`));
}

function amendment(
  state: Begun,
  seq: number,
  editId: string,
  change: Partial<TurnContent>,
): Amendment {
  const kept = state.turns.find((one) => one.seq === seq);
  if (!kept) throw new Error(`Expected turn ${seq} to be kept.`);
  const { seq: _, atMs: __, ...before } = kept;
  return { epoch: state.epoch, editId, seq, before, after: { ...before, ...change } };
}

/** What every `WindowStore` promises of turns whose messages are edited, and of turns of several messages. */
export function amendPromises(promise: Promised): void {
  promise("replaces what a turn says, and neither its place nor its time", async (store, user) => {
    await say(store, user, 3);
    const before = await read(store, user);
    const change = { user: "said better", assistant: "answered anew", edit: "e1" };
    equal(await store.amend(user, amendment(before, 2, "e1", change)), "amended");
    const after = await store.begin(user, "e1");
    equal(after.seen, 2);
    deepEqual(
      after.turns,
      before.turns.map((one) => (one.seq === 2 ? { ...one, ...change } : one)),
    );
    deepEqual({ ...after, turns: [], seen: null }, { ...before, turns: [], seen: null });
  });

  promise("applies an edit once", async (store, user) => {
    await say(store, user, 1);
    await store.amend(user, amendment(await read(store, user), 1, "e1", { user: "first" }));
    await store.amend(user, amendment(await read(store, user), 1, "e2", { user: "second" }));
    const before = await read(store, user);
    equal(await store.amend(user, amendment(before, 1, "e1", { user: "again" })), "duplicate");
    deepEqual(await read(store, user), before);
  });

  promise("refuses an edit that another one has overtaken", async (store, user) => {
    await say(store, user, 2);
    const slow = amendment(await read(store, user), 1, "e1", { user: "slow" });
    await store.amend(user, amendment(await read(store, user), 1, "e2", { user: "fast" }));
    equal(await store.amend(user, slow), "conflict");
    const state = await store.begin(user, "e1");
    deepEqual([state.seen, state.turns[0]?.user], [null, "fast"]);
  });

  promise("lets one of many edits of one reading win", async (store, user) => {
    await say(store, user, 1);
    const state = await read(store, user);
    const runs = await Promise.all(
      ["a", "b", "c", "d"].map((text) =>
        store.amend(user, amendment(state, 1, `e-${text}`, { user: text })),
      ),
    );
    deepEqual(runs.toSorted(), ["amended", "conflict", "conflict", "conflict"]);
  });

  promise("answers that a turn is gone, and brings none back", async (store, user) => {
    await say(store, user, 5);
    const before = await read(store, user);
    const late = amendment(before, 1, "e1", { user: "late" });
    const { epoch, incarnation, version } = before;
    await store.apply(user, { epoch, incarnation, version, to: 5, summary: "Of 1 to 5." });
    const trimmed = await read(store, user);
    equal(await store.amend(user, late), "gone");
    equal(await store.amend(user, { ...late, seq: 6 }), "gone");
    deepEqual(await read(store, user), trimmed);
    equal((await store.begin(user, "e1")).seen, null);
  });

  promise("amends nothing of a person who asked to be forgotten", async (store, user) => {
    await say(store, user, 1);
    const late = amendment(await read(store, user), 1, "e1", { user: "late" });
    const { epoch } = await store.forget(user, "r1");
    equal(await store.amend(user, late), "forgotten");
    await store.commit(user, turn("t1-new", { epoch }));
    equal(await store.amend(user, late), "forgotten");
    deepEqual(
      (await read(store, user)).turns.map(({ user: said }) => said),
      ["said t1-new"],
    );
  });

  promise("leaves an amended turn pending, and folds its new words", async (store, user) => {
    await say(store, user, 2);
    const { epoch, incarnation, version } = await read(store, user);
    await store.amend(user, amendment(await read(store, user), 2, "e1", { user: "new words" }));
    const change = { epoch, incarnation, version, to: 1, summary: "Of 1." };
    equal(await store.apply(user, change), "applied");
    const state = await read(store, user);
    deepEqual(
      state.turns.filter(({ seq }) => seq > state.watermark).map(({ user: said }) => said),
      ["new words"],
    );
  });

  promise("finds a turn of several messages by the id of each", async (store, user) => {
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    await store.commit(user, turn("m2", { parts }));
    for (const id of ["m1", "m2"]) {
      equal((await store.begin(user, id)).seen, 1);
      const again = await store.commit(user, turn(id, { assistant: "another answer" }));
      deepEqual(again, {
        status: "duplicate",
        seq: 1,
        pending: 1,
        covered: 0,
        answer: "answered m2",
      });
    }
    deepEqual((await read(store, user)).turns[0]?.parts, parts);
  });

  promise("leaves a message that was answered before with its first turn", async (store, user) => {
    await store.commit(user, turn("m1"));
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    equal((await store.commit(user, turn("m2", { parts }))).status, "committed");
    equal((await store.begin(user, "m1")).seen, 1);
    equal((await store.begin(user, "m2")).seen, 2);
  });

  promise("brings parts and edits back unchanged, and compares them so", async (store, user) => {
    const texts = [...oddTexts, brokenUnicode];
    const parts = texts.map((text, index) => ({ id: `${oddIds[index]}-part`, text }));
    await store.commit(user, turn("t1", { user: brokenUnicode, parts }));
    const edit = "e'1\"|{}";
    const change = { user: brokenUnicode, parts: parts.toReversed(), edit };
    equal(await store.amend(user, amendment(await read(store, user), 1, edit, change)), "amended");
    const [kept] = (await store.begin(user, edit)).turns;
    deepEqual([kept?.user, kept?.parts, kept?.edit], [brokenUnicode, parts.toReversed(), edit]);
    const next = { user: "plain" };
    equal(await store.amend(user, amendment(await read(store, user), 1, "e2", next)), "amended");
  });
}
