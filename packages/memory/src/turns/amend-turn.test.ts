import { expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";
import type { WindowStore } from "../store.ts";

/** A bot with one turn and a look at it, whose store does something else from then on. */
async function startEditing(changed: (inner: WindowStore) => Partial<WindowStore>) {
  const inner = inMemoryStore();
  const store = { ...inner };
  const bot = start({ store });
  await bot.say(1);
  const revision = await bot.memory.revise(chat, { turnId: "t1", editId: "e1" });
  Object.assign(store, changed(inner));
  return { ...bot, revision };
}

it("gives an edit up that others overtake every time", async () => {
  let tries = 0;
  const { revision } = await startEditing(() => ({
    async amend() {
      if (++tries > 100) throw new Error("It never ends.");
      return "conflict";
    },
  }));
  expect(await revision.amend({ text: "new" })).toEqual({ status: "no_longer_kept" });
  expect(tries).toBe(5);
});

it("lets its caller go while it looks at what another edit made of the turn", async () => {
  const gone = new Error("the caller has gone");
  const caller = new AbortController();
  const { revision } = await startEditing(() => ({
    amend: async () => "conflict",
    begin() {
      caller.abort(gone);
      return new Promise<never>(() => {});
    },
  }));
  await expect(revision.amend({ text: "new" }, { signal: caller.signal })).rejects.toBe(gone);
});

it("tells of an edit whether it brought an answer, and of one that came before", async () => {
  const { memory, say, events } = start();
  await say(1);
  const look = () => memory.revise(chat, { turnId: "t1", editId: "e1" });
  const [first, second] = [await look(), await look()];
  events.length = 0;
  expect(await first.amend({ text: "new" })).toStrictEqual({ status: "amended" });
  await second.amend({ text: "new" });
  const answered = await memory.revise(chat, { turnId: "t1", editId: "e2" });
  await answered.amend({ text: "newer", assistant: "answer" });
  expect(events).toEqual([
    { type: "amended", chat, seq: 1, answered: false },
    { type: "duplicate", chat, seq: 1 },
    { type: "amended", chat, seq: 1, answered: true },
  ]);
});
