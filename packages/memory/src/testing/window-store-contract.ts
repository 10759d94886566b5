import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Begun, NewTurn, WindowStore } from "../store.ts";
import { amendPromises } from "./amend-contract.ts";
import { brokenUnicode, type ContractCase, newPerson, oddIds, oddTexts } from "./contract-case.ts";

export interface WindowStoreContractOptions {
  /** A store that keeps this much. It may be the same one for all cases: each uses people of its own. */
  readonly create: (limits: {
    readonly window: number;
    readonly cap: number;
  }) => Promise<WindowStore>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: (store: WindowStore) => Promise<void>;
}

const limits = { window: 3, cap: 6 };
const turn = (turnId: string, epoch = 0): NewTurn => ({
  turnId,
  user: `said ${turnId}`,
  assistant: `answered ${turnId}`,
  epoch,
});
const seqs = ({ turns }: Begun) => turns.map(({ seq }) => seq);
const read = (store: WindowStore, user: string) => store.begin(user, "");

async function say(store: WindowStore, user: string, count: number, prefix = "t"): Promise<void> {
  const { epoch } = await read(store, user);
  for (let n = 1; n <= count; n++) await store.commit(user, turn(`${prefix}${n}`, epoch));
}

const change = (state: Begun, to: number, summary = `Summary of 1 to ${to}.`) => ({
  epoch: state.epoch,
  incarnation: state.incarnation,
  version: state.version,
  to,
  summary,
});

/** What every `WindowStore` promises. */
export function windowStoreContract({
  create,
  destroy,
}: WindowStoreContractOptions): ContractCase[] {
  const cases: ContractCase[] = [];
  function promise(
    title: string,
    check: (store: WindowStore, user: string) => Promise<void>,
  ): void {
    cases.push({
      title,
      async run() {
        const store = await create(limits);
        try {
          await check(store, newPerson());
        } finally {
          await destroy?.(store);
        }
      },
    });
  }

  promise("knows nothing of somebody new, and reading writes nothing", async (store, user) => {
    for (const _ of [1, 2]) {
      deepEqual(await store.begin(user, "t1"), {
        seq: 0,
        watermark: 0,
        version: 0,
        incarnation: "",
        base: 0,
        dropped: 0,
        epoch: 0,
        summary: null,
        turns: [],
        seen: null,
      });
    }
  });

  promise(
    "numbers turns without gaps and keeps them in order, with their time",
    async (store, user) => {
      const before = Date.now() - 60_000;
      for (const n of [1, 2, 3]) {
        deepEqual(await store.commit(user, turn(`t${n}`)), {
          status: "committed",
          seq: n,
          pending: n,
          covered: 0,
          dropped: 0,
        });
      }
      const state = await store.begin(user, "t2");
      equal(state.seen, 2);
      notEqual(state.incarnation, "");
      deepEqual(
        state.turns.map(({ seq, turnId, user: said, assistant }) => ({
          seq,
          turnId,
          said,
          assistant,
        })),
        [1, 2, 3].map((n) => ({
          seq: n,
          turnId: `t${n}`,
          said: `said t${n}`,
          assistant: `answered t${n}`,
        })),
      );
      ok(state.turns.every(({ atMs }) => Number.isSafeInteger(atMs) && atMs > before));
    },
  );

  promise(
    "commits a turn id once, and answers what was said the first time",
    async (store, user) => {
      await say(store, user, 2);
      const again = await store.commit(user, { ...turn("t1"), assistant: "another answer" });
      deepEqual(again, {
        status: "duplicate",
        seq: 1,
        pending: 2,
        covered: 0,
        answer: "answered t1",
      });
      deepEqual(seqs(await read(store, user)), [1, 2]);
    },
  );

  promise("lets one of many commits of one turn win", async (store, user) => {
    const runs = await Promise.all(
      ["a", "b", "c", "d"].map((assistant) => store.commit(user, { ...turn("t1"), assistant })),
    );
    equal(runs.filter(({ status }) => status === "committed").length, 1);
    const [kept] = (await read(store, user)).turns;
    for (const run of runs) if (run.status === "duplicate") equal(run.answer, kept?.assistant);
  });

  promise("loses none of many turns at once", async (store, user) => {
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => store.commit(user, turn(`t${n}`))));
    const state = await read(store, user);
    deepEqual(seqs(state), [1, 2, 3, 4, 5, 6]);
    equal(new Set(state.turns.map(({ turnId }) => turnId)).size, 6);
  });

  promise("keeps every pending turn, beyond the window too", async (store, user) => {
    await say(store, user, 6);
    deepEqual(seqs(await read(store, user)), [1, 2, 3, 4, 5, 6]);
  });

  promise("drops the oldest pending turn beyond the cap, and counts it", async (store, user) => {
    await say(store, user, 6);
    deepEqual(await store.commit(user, turn("t7")), {
      status: "committed",
      seq: 7,
      pending: 7,
      covered: 0,
      dropped: 1,
    });
    const state = await read(store, user);
    deepEqual(seqs(state), [2, 3, 4, 5, 6, 7]);
    equal(state.dropped, 1);
  });

  promise("moves the watermark with the summary, and trims to the window", async (store, user) => {
    await say(store, user, 5);
    equal(await store.apply(user, change(await read(store, user), 5)), "applied");
    const state = await read(store, user);
    deepEqual(
      [state.version, state.watermark, state.seq, state.summary],
      [1, 5, 5, "Summary of 1 to 5."],
    );
    deepEqual(seqs(state), [3, 4, 5]);
    const next = await store.commit(user, turn("t6"));
    deepEqual(next, { status: "committed", seq: 6, pending: 1, covered: 5, dropped: 0 });
    deepEqual(seqs(await read(store, user)), [4, 5, 6]);
  });

  promise("never trims what came while the summary was written", async (store, user) => {
    await say(store, user, 2);
    const job = change(await read(store, user), 2);
    await say(store, user, 6);
    equal(await store.apply(user, job), "applied");
    deepEqual(seqs(await read(store, user)), [3, 4, 5, 6]);
  });

  promise("refuses a summary that another one has overtaken", async (store, user) => {
    await say(store, user, 2);
    const slow = change(await read(store, user), 2, "Slow.");
    equal(await store.apply(user, change(await read(store, user), 1, "Fast.")), "applied");
    equal(await store.apply(user, slow), "conflict");
    const state = await read(store, user);
    deepEqual([state.version, state.watermark, state.summary], [1, 1, "Fast."]);
  });

  promise("refuses a watermark that goes back or beyond the last turn", async (store, user) => {
    await say(store, user, 3);
    await store.apply(user, change(await read(store, user), 2));
    const state = await read(store, user);
    equal(await store.apply(user, change(state, 2)), "range");
    equal(await store.apply(user, change(state, 4)), "range");
    deepEqual(await read(store, user), state);
  });

  promise("refuses a summary of a state that is not there any more", async (store, user) => {
    const lost = { epoch: 0, incarnation: "1.2", version: 0, to: 1, summary: "Of nothing." };
    equal(await store.apply(user, lost), "lost");
    await say(store, user, 2);
    equal(await store.apply(user, lost), "lost");
    const state = await read(store, user);
    deepEqual([state.version, state.watermark, state.summary], [0, 0, null]);
  });

  promise("takes over an archive record, and leaves turns since pending", async (store, user) => {
    await say(store, user, 2);
    const record = {
      epoch: 0,
      incarnation: "before",
      version: 7,
      coversThrough: 70,
      summary: "Of 1 to 70.",
    };
    equal(await store.hydrate(user, record), "hydrated");
    const state = await read(store, user);
    deepEqual(
      [state.version, state.base, state.watermark, state.seq, state.summary],
      [7, 70, 0, 2, "Of 1 to 70."],
    );
    deepEqual(seqs(state), [1, 2]);
    deepEqual(await store.commit(user, turn("t3")), {
      status: "committed",
      seq: 3,
      pending: 3,
      covered: 70,
      dropped: 0,
    });
    equal(await store.apply(user, change(await read(store, user), 3)), "applied");
    equal((await read(store, user)).version, 8);
  });

  promise("takes over an archive record before the first turn", async (store, user) => {
    const record = {
      epoch: 4,
      incarnation: "before",
      version: 2,
      coversThrough: 20,
      summary: "Old.",
    };
    equal(await store.hydrate(user, record), "hydrated");
    const state = await read(store, user);
    deepEqual([state.epoch, state.version, state.seq, state.summary], [4, 2, 0, "Old."]);
    notEqual(state.incarnation, "before");
    const late = { ...record, version: 3, incarnation: state.incarnation };
    equal(await store.hydrate(user, late), "adopt");
  });

  promise("refuses an archive record that is not newer, or its own", async (store, user) => {
    await say(store, user, 2);
    await store.apply(user, change(await read(store, user), 1));
    const state = await read(store, user);
    const record = {
      epoch: 0,
      incarnation: "before",
      version: 1,
      coversThrough: 10,
      summary: "Old.",
    };
    equal(await store.hydrate(user, record), "not_newer");
    const own = { ...record, version: 2, incarnation: state.incarnation };
    equal(await store.hydrate(user, own), "adopt");
    deepEqual(await read(store, user), state);
  });

  promise("forgets everything, and fences whoever began before", async (store, user) => {
    await say(store, user, 4);
    const before = await read(store, user);
    const { epoch } = await store.forget(user, "r1");
    ok(epoch > before.epoch);
    const after = await read(store, user);
    deepEqual(
      [after.epoch, after.seq, after.version, after.summary, after.turns],
      [epoch, 0, 0, null, []],
    );
    deepEqual(await store.commit(user, turn("t9", before.epoch)), { status: "forgotten" });
    equal(await store.apply(user, change(before, 4)), "forgotten");
    const record = {
      epoch: before.epoch,
      incarnation: "x",
      version: 9,
      coversThrough: 9,
      summary: "Old.",
    };
    equal(await store.hydrate(user, record), "forgotten");
    deepEqual(await read(store, user), after);
  });

  promise("forgets once per request, and nothing that came after it", async (store, user) => {
    await say(store, user, 2);
    const first = await store.forget(user, "r1");
    await say(store, user, 2, "new");
    deepEqual(await store.forget(user, "r1"), first);
    equal((await read(store, user)).seq, 2);
    const second = await store.forget(user, "r2");
    ok(second.epoch > first.epoch);
    equal((await read(store, user)).seq, 0);
    deepEqual(await store.forget(user, "r1"), first);
  });

  promise("keeps a forgotten turn out when it is delivered again", async (store, user) => {
    await say(store, user, 1);
    const { epoch } = await store.forget(user, "r1");
    await store.commit(user, turn("other", epoch));
    const again = await store.commit(user, turn("t1", epoch));
    equal(again.status, "duplicate");
    equal(again.status === "duplicate" && again.answer, null);
    deepEqual(
      (await read(store, user)).turns.map(({ turnId }) => turnId),
      ["other"],
    );
  });

  promise("raises a lost epoch to the one that a commit carries", async (store, user) => {
    equal((await store.commit(user, turn("t1", 5))).status, "committed");
    equal((await read(store, user)).epoch, 5);
    deepEqual(await store.commit(user, turn("t2", 4)), { status: "forgotten" });
  });

  promise("answers an epoch above every lost one", async (store, user) => {
    const { epoch } = await store.forget(user, "r1");
    ok(epoch > 1_700_000_000_000 && Number.isSafeInteger(epoch));
  });

  promise("keeps people apart, whatever their ids look like", async (store) => {
    const prefix = randomUUID();
    const people = oddIds.map((id) => `${prefix}${id}`);
    await Promise.all(people.map((user) => store.commit(user, { ...turn("t1"), user })));
    const [first = "", ...others] = people;
    await store.forget(first, "r1");
    const said = await Promise.all(
      others.map(async (user) => (await read(store, user)).turns[0]?.user),
    );
    deepEqual(said, others);
    equal((await read(store, first)).seq, 0);
  });

  promise("keeps turns apart, whatever their ids look like", async (store, user) => {
    for (const [index, id] of oddIds.slice(0, 6).entries()) {
      const result = await store.commit(user, turn(id));
      deepEqual(
        [result.status, result.status !== "forgotten" && result.seq],
        ["committed", index + 1],
      );
      equal((await store.begin(user, id)).seen, index + 1);
    }
  });

  promise("brings every text back unchanged, broken unicode too", async (store, user) => {
    const texts = [...oddTexts, brokenUnicode];
    for (const [index, text] of texts.entries()) {
      await store.commit(user, { turnId: `t${index}`, user: text, assistant: text, epoch: 0 });
    }
    const state = await read(store, user);
    deepEqual(
      state.turns.map(({ user: said }) => said),
      texts,
    );
    deepEqual(
      state.turns.map(({ assistant }) => assistant),
      texts,
    );
    await store.apply(user, change(state, 5, brokenUnicode));
    equal((await read(store, user)).summary, brokenUnicode);
  });

  amendPromises(promise);

  return cases;
}
