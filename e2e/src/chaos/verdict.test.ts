import { describe, expect, it, vi } from "vitest";
import { type Forget, lookForObedience, type Said } from "./talk.ts";
import { judgeAnswers } from "./verdict/answers.ts";
import { growthOf } from "./verdict/growth.ts";
import { judgeMemory } from "./verdict/memory.ts";
import { type Name, textOf } from "./words.ts";
import { textsFor } from "@tgmem/texts";

const mark = "zanbdfgkl";
const { forgotten, apology, late, administratorUnknown } = textsFor("en");

const said = (messages: number, forgets: readonly Forget[] = []): Said => ({
  chat: { id: "1001", writers: ["1001"] },
  messages,
  edited: new Set([2]),
  forgets: [...forgets],
  heard: 0,
});
const answer = (name: Name, turns = "none", summary = "none", recalled = "none") =>
  `Heard ${mark}_1001_${name} after ${turns} and remember ${summary} and recall ${recalled} over`;
const good = [answer("1"), answer("2", "1"), answer("2e", "1"), late, answer("3", "1 2e")];
const nothing = {
  erased: 0,
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  wrongMemory: 0,
  unexpected: 0,
  disobeyed: 0,
  findings: [],
};

describe("the verdict on what people read", () => {
  it("finds nothing wrong with one answer each, in order and from memory", () => {
    expect(judgeAnswers(said(3), good)).toEqual(nothing);
  });

  it.each([
    ["lost", good.slice(0, 4)],
    ["doubled", [...good, answer("3", "1 2e")]],
    ["outOfOrder", [answer("1"), answer("3", "1 2"), answer("2e", "1")]],
    ["unexpected", [...good, apology]],
    ["unexpected", [...good, `Heard ${mark}_1001_3 after 1`]],
    ["disobeyed", [...good, forgotten]],
  ])("counts what is %s", (what, replies) => {
    expect(judgeAnswers(said(3), replies)).toMatchObject({ [what]: 1 });
  });

  it.each([
    ["a turn is missing in the middle", "1 3"],
    ["the first turn is missing", "2 3"],
    ["the last turn is missing", "1 2"],
    ["a turn is there twice", "1 2 2 3"],
    ["nothing is remembered", "none"],
  ])("counts an answer from a wrong memory: %s", (_, turns) => {
    const replies = [answer("1"), answer("2e", "1"), answer("3", "1 2e"), answer("4", turns)];
    expect(judgeAnswers(said(4), replies)).toMatchObject({ wrongMemory: 1 });
  });

  it.each([
    ["said before a /forget that is being carried out", { from: 2, to: 3 }, 0],
    ["said after it", { from: 1, to: 3 }, 1],
    ["said before one that was carried out", { from: 2, to: 2 }, 1],
  ])("misses no turn that was %s", (_, forget, wrongMemory) => {
    const replies = [answer("1"), answer("3", "1"), forgotten];
    expect(judgeAnswers(said(3, [forget]), replies)).toMatchObject({ wrongMemory });
  });

  it("lets an edited message be answered with the turns that are kept beside its own", () => {
    const turns = "4 5 6 7 8 9 10 11 12";
    const replies = (name: Name) => [answer(name, turns, "1 2 3 4 5 6 7 8 9 10")];
    expect(judgeAnswers(said(13), replies("13e")).wrongMemory).toBe(0);
    expect(judgeAnswers(said(13), replies("13")).wrongMemory).toBe(1);
  });

  it("lets an edited message be answered by who knows a summary of its first words", () => {
    const turns = "4 5 6 7 8 9 10 11 12";
    const replies = (name: Name) => [answer(name, turns, "1 2 3 4 5 6 7 8 9 10 11 12 13")];
    expect(judgeAnswers(said(13), replies("13e")).wrongMemory).toBe(0);
    expect(judgeAnswers(said(12), replies("12e")).wrongMemory).toBe(1);
  });

  it("counts an answer that knows what is forgotten, and none that was asked for before", () => {
    const forget = { from: 2, to: 3 };
    const before = [answer("1"), answer("2e", "1"), answer("3", "1 2e"), forgotten];
    const verdict = (turns: string) =>
      judgeAnswers(said(4, [forget]), [...before, answer("4", turns)]);
    expect(verdict("3")).toEqual(nothing);
    expect(verdict("none")).toEqual(nothing);
    expect(verdict("1 2 3")).toMatchObject({ wrongMemory: 1 });
  });

  it("counts as erased, and not as lost, what a /forget overtook", () => {
    const forget = { from: 2, to: 2 };
    const verdict = (...replies: readonly string[]) =>
      judgeAnswers(said(3, [forget]), [answer("1"), forgotten, ...replies]);
    expect(verdict(answer("3"))).toEqual({ ...nothing, erased: 1 });
    expect(verdict()).toMatchObject({ erased: 1, lost: 1 });
    expect(verdict(answer("3", "2"))).toMatchObject({ wrongMemory: 1 });
  });
});

it.each([
  ["a turn that it was shown", "12", 1],
  ["what was said later", "14", 1],
  ["what was said long ago", "1 2", 0],
])("counts an answer that was quoted %s", (_, recalled, wrongMemory) => {
  const reply = answer("13", "3 4 5 6 7 8 9 10 11 12", "1 2", recalled);
  expect(judgeAnswers(said(13), [reply])).toMatchObject({ wrongMemory });
});

it("counts an answer that was quoted what is forgotten", () => {
  const forget = { from: 2, to: 3 };
  const verdict = (recalled: string) =>
    judgeAnswers(said(4, [forget]), [forgotten, answer("4", "3", "none", recalled)]);
  expect(verdict("2")).toMatchObject({ wrongMemory: 1 });
  expect(verdict("none")).toMatchObject({ wrongMemory: 0 });
});

it("says a /forget again for which Telegram could not be asked, and counts what was obeyed alone", () => {
  const sent: { chatId: string; text: string }[] = [];
  const say = vi.fn(() => 1);
  const world = { telegram: { sent, say } };
  const reply = (text: string) => sent.push({ chatId: "-5002", text });
  const group: Said = {
    ...said(4, [{ from: 3, to: null }]),
    chat: { id: "-5002", writers: ["1001", "1002"] },
  };
  const all = new Map([["-5002", group]]);
  reply(administratorUnknown);
  lookForObedience(world, all);
  lookForObedience(world, all);
  expect(say.mock.calls).toEqual([["1001", "/forget", { group: "-5002" }]]);
  expect(group.forgets).toEqual([{ from: 4, to: null }]);
  reply(forgotten);
  lookForObedience(world, all);
  expect(group.forgets).toEqual([{ from: 4, to: 4 }]);
  expect(judgeAnswers(group, [administratorUnknown, forgotten])).toMatchObject({
    unexpected: 0,
    disobeyed: 0,
  });
});

describe("the verdict on what is remembered", () => {
  const kept = {
    turns: ["1", "2e", "3"] as const,
    answers: [answer("1")],
    covered: 0,
    seq: 3,
    summary: null,
    rows: [],
  };
  const summary = `They said: ${textOf(mark, "1001", "1")}; ${textOf(mark, "1001", "2")}`;

  it("finds nothing wrong with exactly what was said, and its summary in both places", () => {
    expect(judgeMemory(said(3), kept, good)).toEqual([]);
    const summarized = { ...kept, covered: 2, summary, rows: [{ summary, covered: 2 }] };
    expect(judgeMemory(said(3), summarized, good)).toEqual([]);
  });

  it.each([
    ["a turn is missing", { seq: 2, turns: ["2e", "3"] as const }],
    ["an edit is missing", { turns: ["1", "2", "3"] as const }],
    ["an answer is kept that nobody read", { answers: [answer("3", "1 2")] }],
    [
      "a summary covers more than it names",
      { covered: 3, summary, rows: [{ summary, covered: 3 }] },
    ],
    ["the archive lags behind", { covered: 2, summary, rows: [{ summary, covered: 1 }] }],
    [
      "the archive has two rows",
      { covered: 2, summary, rows: [1, 2].map(() => ({ summary, covered: 2 })) },
    ],
  ])("sees that %s", (_, wrong) => {
    expect(judgeMemory(said(3), { ...kept, ...wrong }, good)).toHaveLength(1);
  });
});

it("sees memory that grows from one half of a run to the other", () => {
  const samples = [10, 20, 30, 80].map((rssMb, at) => ({
    app: "worker" as const,
    atMs: at,
    rssMb,
  }));
  expect(growthOf(samples)).toContainEqual({ app: "worker", firstMb: 20, secondMb: 80 });
});
