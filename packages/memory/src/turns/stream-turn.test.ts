import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";

async function* words(...pieces: string[]) {
  yield* pieces;
}
const untouchable = () => {
  throw new Error("touched");
};
const used = async () => ({ input: 10, output: 1 });
const unknown = () => Promise.reject(new Error("unknown"));
const user = "hi";
const stored = async (memory: ReturnType<typeof start>["memory"]) =>
  (await memory.chat(chat).show()).turns.map(({ assistant }) => assistant);

async function open(options: Parameters<typeof start>[0] = {}) {
  const bot = start(options);
  return { ...bot, turn: await bot.memory.open(chat, { turnId: "t1" }) };
}

describe("a streamed answer", () => {
  it("comes piece by piece, and is remembered whole at its end", async () => {
    const { memory, turn } = await open();
    const read: string[] = [];
    for await (const piece of turn.stream(() => words("Hello, ", "", "Anna."), { user })) {
      expect(await stored(memory)).toEqual([]);
      read.push(piece);
    }
    expect(read).toEqual(["Hello, ", "", "Anna."]);
    const { turns } = await memory.chat(chat).show();
    expect(turns).toMatchObject([{ user: "hi", assistant: "Hello, Anna." }]);
    expect(turns[0]?.cut).toBeUndefined();
    expect(turn.result).toMatchObject({ status: "committed", answer: "Hello, Anna.", seq: 1 });
  });

  it("may come from a source that is at hand, or that has to be asked for", async () => {
    const { memory } = start();
    const sources = [words("a"), () => words("a"), async () => words("a")];
    for (const [at, source] of sources.entries()) {
      const turn = await memory.open(chat, { turnId: `t${at}` });
      for await (const piece of turn.stream(source, { user })) expect(piece).toBe("a");
    }
    expect(await stored(memory)).toEqual(["a", "a", "a"]);
  });

  it("is remembered with its parts and what it cost", async () => {
    const { memory, turn } = await open();
    const parts = [{ id: "m1", text: "hi" }];
    for await (const _ of turn.stream(words("a"), { user, parts, usage: used }));
    expect((await memory.open(chat, { turnId: "m1" })).replay).toBe("a");
  });

  it("is kept when nobody can tell what it cost", async () => {
    const { memory, turn } = await open();
    for await (const _ of turn.stream(words("a"), { user, usage: unknown }));
    expect(await stored(memory)).toEqual(["a"]);
  });

  it("that is stored already comes in one piece, and the source is not touched", async () => {
    const { memory, say } = start();
    await say(1);
    const turn = await memory.open(chat, { turnId: "t1" });
    const read: string[] = [];
    for await (const piece of turn.stream(untouchable, { user })) read.push(piece);
    expect(read).toEqual(["answered t1"]);
    expect(turn.result).toEqual({
      status: "duplicate",
      answer: "answered t1",
      seq: 1,
      due: false,
      coversThrough: 0,
    });
  });

  it("that is empty is refused like a commit of it, and so is an empty text", async () => {
    const { memory, turn } = await open();
    const bad = { code: "invalid_argument" };
    await expect(turn.stream(words(" "), { user }).next()).resolves.toMatchObject({ value: " " });
    const reading = turn.stream(words(""), { user });
    await reading.next();
    await expect(reading.next()).rejects.toMatchObject(bad);
    await expect(turn.stream(words("a"), { user: "" }).next()).rejects.toMatchObject(bad);
    expect(await stored(memory)).toEqual([]);
  });
});

describe("an answer that is cut", () => {
  it("by its reader is remembered as far as it was read, and the source is ended", async () => {
    const { memory, turn } = await open();
    let ended = false;
    async function* source() {
      try {
        yield* ["one ", "two ", "three"];
      } finally {
        ended = true;
      }
    }
    for await (const piece of turn.stream(source, { user })) if (piece === "two ") break;
    const { turns } = await memory.chat(chat).show();
    expect(turns).toMatchObject([{ assistant: "one two ", cut: true }]);
    expect([ended, turn.result?.status]).toEqual([true, "committed"]);
  });

  it("by its source is remembered, and the source's own error is heard", async () => {
    const { memory, turn } = await open();
    const broken = new Error("the line went dead");
    async function* source() {
      yield "one ";
      throw broken;
    }
    const reading = async () => {
      for await (const _ of turn.stream(source, { user }));
    };
    await expect(reading()).rejects.toBe(broken);
    expect(await stored(memory)).toEqual(["one "]);
  });

  it("by the signal is remembered, even if the source hangs and cannot be ended", async () => {
    const { memory, turn } = await open();
    const caller = new AbortController();
    const gone = new Error("the caller has gone");
    const hanging = {
      [Symbol.asyncIterator]: () => {
        let count = 0;
        const forever = new Promise<never>(() => {});
        return {
          next: async () => (count++ === 0 ? { done: false as const, value: "one " } : forever),
          return: () => forever,
        };
      },
    };
    const reading = turn.stream(hanging, { user, signal: caller.signal });
    await reading.next();
    const waiting = reading.next();
    caller.abort(gone);
    await expect(waiting).rejects.toBe(gone);
    expect(await stored(memory)).toEqual(["one "]);
  });

  it("before its first word leaves nothing", async () => {
    const { memory, turn } = await open();
    const broken = new Error("no connection");
    const failing = () => Promise.reject(broken);
    await expect(turn.stream(failing, { user }).next()).rejects.toBe(broken);
    const signal = AbortSignal.abort(broken);
    await expect(turn.stream(words("a"), { user, signal }).next()).rejects.toBe(broken);
    expect(await stored(memory)).toEqual([]);
  });
});
