import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import type { Turn } from "../turn.ts";
import { inOrderOfBeginning } from "./began.ts";

const numbered = (seq: number, began?: Turn["began"]): Turn => ({
  seq,
  turnId: `t${seq}`,
  atMs: seq,
  user: "u",
  assistant: "a",
  ...(began && { began }),
});
const order = (...turns: Turn[]) => inOrderOfBeginning(turns).map(({ seq }) => seq);

it("puts a turn whose answer took long before those that began later", () => {
  expect(
    order(
      numbered(1, { atMs: 10, after: 0 }),
      numbered(2, { atMs: 30, after: 1 }),
      numbered(3, { atMs: 40, after: 1 }),
      numbered(4, { atMs: 20, after: 1 }),
    ),
  ).toEqual([1, 4, 2, 3]);
});

it("never puts a turn before one that it had seen, whatever its clock says", () => {
  expect(order(numbered(1, { atMs: 90, after: 0 }), numbered(2, { atMs: 5, after: 1 }))).toEqual([
    1, 2,
  ]);
});

it("leaves turns of the same moment, and those of which no beginning is known, as they were committed", () => {
  expect(order(numbered(1, { atMs: 9, after: 0 }), numbered(2, { atMs: 9, after: 0 }))).toEqual([
    1, 2,
  ]);
  expect(order(numbered(1), numbered(2, { atMs: 0, after: 0 }))).toEqual([1, 2]);
  expect(order(numbered(1, { atMs: 9, after: 0 }), numbered(2))).toEqual([1, 2]);
});

describe("two messages that are answered at once", () => {
  it("stand in the prompt in the order in which they were begun, whoever was faster", async () => {
    const { memory } = start();
    const first = await memory.open(chat, { turnId: "1", saidAtMs: 1_000 });
    const second = await memory.open(chat, { turnId: "2", saidAtMs: 2_000 });
    await second.commit({ user: "second", assistant: "b" });
    await first.commit({ user: "first", assistant: "a" });
    const turn = await memory.open(chat, { turnId: "3", saidAtMs: 500 });
    expect(turn.window.map(({ user }) => user)).toEqual(["first", "second"]);
    await turn.commit({ user: "third", assistant: "c" });
    const last = await memory.open(chat, { turnId: "4" });
    expect(last.window.map(({ user }) => user)).toEqual(["first", "second", "third"]);
  });

  it("are begun when they are opened, if nobody says when they were written", async () => {
    let nowMs = 1_000;
    const { memory } = start({ now: () => nowMs });
    const first = await memory.open(chat, { turnId: "1" });
    nowMs = 2_000;
    const second = await memory.open(chat, { turnId: "2" });
    await second.commit({ user: "second", assistant: "b" });
    await first.commit({ user: "first", assistant: "a" });
    const { window } = await memory.open(chat, { turnId: "3" });
    expect(window.map(({ user, began }) => [user, began])).toEqual([
      ["first", { atMs: 1_000, after: 0 }],
      ["second", { atMs: 2_000, after: 0 }],
    ]);
  });
});
