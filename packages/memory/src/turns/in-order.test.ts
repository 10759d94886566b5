import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";

/** A door that a test opens. */
const door = () => Promise.withResolvers<void>();

it("does the work of a chat one after another, and that of other chats beside it", async () => {
  const { memory } = start();
  const { promise: opened, resolve: open } = door();
  const done: string[] = [];
  const slow = memory.inOrder(chat, async () => {
    await opened;
    done.push("slow");
  });
  const next = memory.inOrder(chat, async () => void done.push("next"));
  await memory.inOrder("another chat", async () => void done.push("other"));
  expect(done).toEqual(["other"]);
  open();
  await Promise.all([slow, next]);
  expect(done).toEqual(["other", "slow", "next"]);
});

it("lets two messages at once know each other", async () => {
  const { memory } = start();
  const answer = (turnId: string) =>
    memory.inOrder(chat, async () => {
      const turn = await memory.open(chat, { turnId });
      await turn.commit({ user: turnId, assistant: `after ${turn.window.length}` });
      return turn.window.length;
    });
  expect(await Promise.all(["a", "b", "c"].map(answer))).toEqual([0, 1, 2]);
});

it("gives what the work gives, and goes on after work that failed", async () => {
  const { memory } = start();
  const failing = memory.inOrder(chat, async () => Promise.reject(new Error("no")));
  const next = memory.inOrder(chat, async () => 7);
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe(7);
});

it("lets a caller go that waits, who then does no work and lets nobody overtake", async () => {
  const { memory } = start();
  const { promise: opened, resolve: open } = door();
  const caller = new AbortController();
  const gone = new Error("the caller has gone");
  const done: string[] = [];
  const first = memory.inOrder(chat, async () => {
    await opened;
    done.push("first");
  });
  const waiting = memory.inOrder(chat, async () => void done.push("gone"), {
    signal: caller.signal,
  });
  caller.abort(gone);
  await expect(waiting).rejects.toBe(gone);
  const last = memory.inOrder(chat, async () => void done.push("last"));
  await Promise.resolve();
  expect(done).toEqual([]);
  open();
  await Promise.all([first, last]);
  expect(done).toEqual(["first", "last"]);
  const never = memory.inOrder(chat, async () => {}, { signal: caller.signal });
  await expect(never).rejects.toBe(gone);
  await expect(memory.inOrder("", async () => {})).rejects.toMatchObject({
    code: "invalid_argument",
  });
});
