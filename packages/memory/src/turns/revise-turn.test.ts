import { describe, expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";

const parts = [
  { id: "m1", text: "I live in Porto." },
  { id: "m2", text: "What is the weather?" },
];
const merged = { user: "I live in Porto.\nWhat is the weather?", assistant: "Rain.", parts };

async function talk() {
  const bot = start();
  const { memory } = bot;
  await (await memory.open(chat, { turnId: "m2" })).commit(merged);
  const turns = async () => (await memory.chat(chat).show()).turns;
  return { ...bot, turns };
}

describe("a turn of several messages", () => {
  it("is answered once, by whichever of them it is asked for", async () => {
    const { memory, turns } = await talk();
    for (const turnId of ["m1", "m2"]) {
      const again = await memory.open(chat, { turnId });
      expect(again.replay).toBe("Rain.");
      expect(await again.commit({ user: "again", assistant: "Sun." })).toMatchObject({
        status: "duplicate",
        answer: "Rain.",
      });
    }
    expect(await turns()).toMatchObject([merged]);
  });

  it("is edited message by message", async () => {
    const { memory, turns } = await talk();
    const revision = await memory.revise(chat, { turnId: "m1", editId: "e1" });
    expect(revision).toMatchObject({ status: "last", text: "I live in Porto." });
    expect(revision.prompt("I live in Lisbon.").at(-1)).toEqual({
      role: "user",
      content: "I live in Lisbon.\nWhat is the weather?",
    });
    await revision.amend({ text: "I live in Lisbon." });
    expect(await turns()).toMatchObject([
      { user: "I live in Lisbon.\nWhat is the weather?", assistant: "Rain." },
    ]);
  });

  it("keeps both of two edits that were looked up at once", async () => {
    const { memory, turns } = await talk();
    const [first, second] = await Promise.all([
      memory.revise(chat, { turnId: "m1", editId: "e1" }),
      memory.revise(chat, { turnId: "m2", editId: "e2" }),
    ]);
    await first.amend({ text: "I live in Lisbon." });
    expect(await second.amend({ text: "Is it warm?" })).toEqual({ status: "amended" });
    expect((await turns())[0]?.user).toBe("I live in Lisbon.\nIs it warm?");
  });
});

it("remembers that an answer was cut, until an edit brings a whole one", async () => {
  const { memory } = start();
  const open = await memory.open(chat, { turnId: "m1" });
  await open.commit({ user: "A story", assistant: "Once", cut: true });
  const cut = async () => (await memory.chat(chat).export()).turns.map((turn) => turn.cut);
  expect(await cut()).toEqual([true]);
  const edit = async (editId: string, change: { assistant?: string; cut?: true }) =>
    (await memory.revise(chat, { turnId: "m1", editId })).amend({ text: editId, ...change });
  await edit("the words alone", {});
  expect(await cut()).toEqual([true]);
  await edit("a whole answer", { assistant: "The end." });
  expect(await cut()).toEqual([undefined]);
  await edit("a cut one", { assistant: "Once", cut: true });
  expect(await cut()).toEqual([true]);
});

describe("an edit", () => {
  it("of the last turn brings a new answer, once", async () => {
    const { memory, say, events } = start();
    await say(2);
    const look = () => memory.revise(chat, { turnId: "t2", editId: "e1" });
    const [first, second] = [await look(), await look()];
    expect(first).toMatchObject({ status: "last", text: "said t2" });
    expect(await first.amend({ text: "new", assistant: "one" })).toEqual({
      status: "amended",
      answer: "one",
    });
    expect(await second.amend({ text: "new", assistant: "two" })).toEqual({
      status: "amended",
      answer: "one",
    });
    expect(await look()).toMatchObject({ status: "applied", replay: "one" });
    expect((await memory.open(chat, { turnId: "e1" })).replay).toBe("one");
    expect(events).toContainEqual({ type: "amended", chat, seq: 2, answered: true });
  });

  it("shows the model what it was shown then, with the new text", async () => {
    const { memory, say } = start();
    await say(3);
    const edited = await memory.revise(chat, { turnId: "t2", editId: "e1" });
    const { window } = await memory.open(chat, { turnId: "x" });
    expect(edited.prompt("new").map(({ content }) => content)).toEqual([
      expect.any(String),
      window[0]?.user,
      window[0]?.assistant,
      "new",
    ]);
  });

  it("shows the model no more turns than it was shown then", async () => {
    const { memory, say } = start({ policy: { window: 2, promptTurns: 3 } });
    await say(6);
    const edited = await memory.revise(chat, { turnId: "t6", editId: "e1" });
    expect(edited.prompt("new").filter(({ role }) => role === "user")).toEqual(
      ["said t3", "said t4", "said t5", "new"].map((content) => ({ role: "user", content })),
    );
  });

  it("lets its caller go while it asks whether the turn ever was", async () => {
    const gone = new Error("the caller has gone");
    const caller = new AbortController();
    const inner = inMemoryStore();
    const { memory } = start({
      store: {
        ...inner,
        begin(id, turnId) {
          if (turnId === "e1") return inner.begin(id, turnId);
          caller.abort(gone);
          return new Promise<never>(() => {});
        },
      },
    });
    const looking = memory.revise(chat, { turnId: "t99", editId: "e1", signal: caller.signal });
    await expect(looking).rejects.toBe(gone);
  });

  it("of an earlier turn changes the text alone, and has no answer to send", async () => {
    const { memory, say } = start();
    await say(2);
    const look = () => memory.revise(chat, { turnId: "t1", editId: "e1" });
    const revision = await look();
    expect(revision.status).toBe("earlier");
    expect(await revision.amend({ text: "new" })).toEqual({ status: "amended" });
    const again = await look();
    expect(again.status).toBe("applied");
    expect(again.replay).toBeUndefined();
    expect((await memory.open(chat, { turnId: "e1" })).replay).toBeUndefined();
    expect((await memory.chat(chat).show()).turns[0]).toMatchObject({
      seq: 1,
      user: "new",
      assistant: "answered t1",
    });
  });

  it("that a newer one has overtaken changes nothing when it is delivered again", async () => {
    const { memory, say } = start();
    await say(1);
    for (const editId of ["e1", "e2"]) {
      const revision = await memory.revise(chat, { turnId: "t1", editId });
      await revision.amend({ text: `text ${editId}`, assistant: `answer ${editId}` });
    }
    const late = await memory.revise(chat, { turnId: "t1", editId: "e1" });
    expect(late.status).toBe("applied");
    expect(late.replay).toBeUndefined();
    expect(await late.amend({ text: "late", assistant: "late" })).toEqual({ status: "amended" });
    expect((await memory.chat(chat).show()).turns[0]).toMatchObject({
      user: "text e2",
      assistant: "answer e2",
    });
  });

  it("of a turn that is summarized and gone, or never was, says so", async () => {
    const { memory, say } = start({
      store: inMemoryStore({ window: 2, cap: 20 }),
    });
    await say(10);
    await memory.summarize(chat);
    const gone = await memory.revise(chat, { turnId: "t1", editId: "e1" });
    expect(gone).toMatchObject({ status: "no_longer_kept", text: "" });
    expect(await gone.amend({ text: "new" })).toEqual({ status: "no_longer_kept" });
    expect(await memory.revise(chat, { turnId: "t99", editId: "e1" })).toMatchObject({
      status: "never_committed",
    });
  });

  it("finds the turn trimmed that was there at the look, and leaves it so", async () => {
    const { memory, say } = start({ store: inMemoryStore({ window: 2, cap: 20 }) });
    await say(10);
    const revision = await memory.revise(chat, { turnId: "t1", editId: "e1" });
    expect(revision.status).toBe("earlier");
    await memory.summarize(chat);
    expect(await revision.amend({ text: "new" })).toEqual({ status: "no_longer_kept" });
  });

  it("brings nothing back of a person who asked to be forgotten meanwhile", async () => {
    const { memory, say, types } = start();
    await say(1);
    const revision = await memory.revise(chat, { turnId: "t1", editId: "e1" });
    await memory.chat(chat).forget({ requestId: "r" });
    expect(await revision.amend({ text: "new", assistant: "answer" })).toEqual({
      status: "forgotten",
    });
    expect((await memory.chat(chat).show()).turns).toEqual([]);
    expect(types()).toContain("fenced");
    expect(await memory.revise(chat, { turnId: "t1", editId: "e2" })).toMatchObject({
      status: "no_longer_kept",
    });
  });

  it("reaches the next summary while its turn is pending", async () => {
    const { memory, say, summarizer } = start();
    await say(2);
    await (await memory.revise(chat, { turnId: "t1", editId: "e1" })).amend({ text: "new" });
    await memory.summarize(chat);
    expect(summarizer.inputs[0]?.turns.map((turn) => turn.user)).toEqual(["new", "said t2"]);
  });

  it("reaches the window alone once its turn is summarized", async () => {
    const { memory, say, summarizer } = start();
    await say(2);
    await memory.summarize(chat);
    const revision = await memory.revise(chat, { turnId: "t1", editId: "e1" });
    expect(await revision.amend({ text: "new" })).toEqual({ status: "amended" });
    const { summary, turns } = await memory.chat(chat).show();
    expect([summary, turns[0]?.user]).toEqual(["Talked up to turn 2.", "new"]);
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(summarizer.inputs).toHaveLength(1);
  });

  it("needs ids that name something", async () => {
    const { memory } = start();
    const bad = { code: "invalid_argument" };
    await expect(memory.revise("", { turnId: "t", editId: "e" })).rejects.toMatchObject(bad);
    await expect(memory.revise(chat, { turnId: "", editId: "e" })).rejects.toMatchObject(bad);
    await expect(memory.revise(chat, { turnId: "t", editId: "" })).rejects.toMatchObject(bad);
    const turn = await memory.open(chat, { turnId: "t" });
    const nameless = { user: "a", assistant: "b", parts: [{ id: "", text: "a" }] };
    await expect(turn.commit(nameless)).rejects.toMatchObject(bad);
  });
});
