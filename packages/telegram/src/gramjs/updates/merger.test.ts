import { expect, it, onTestFinished } from "vitest";
import { type Item, Merger } from "./merger.ts";

const item = (messageId: number): Item => ({
  message: {
    chatId: "42",
    chatType: "private",
    userId: "42",
    messageId,
    text: "hi",
    sentAtMs: 1_000_000,
    addressed: true,
  },
  done() {},
});

it("waits for no more than 20 messages of a person who does not stop to write", () => {
  const dispatched: number[] = [];
  const merger = new Merger({
    mergeWindowMs: 3_600_000,
    dispatch: (items) => void dispatched.push(items.length),
  });
  onTestFinished(() => merger.stop());
  for (let id = 1; id <= 41; id++) merger.add(item(id));
  expect(dispatched).toEqual([20, 20]);
});
