import { expect, it } from "vitest";
import { summaryPrompt } from "../summary-prompt.ts";
import { cannedReply } from "./canned-reply.ts";

const options = { timeZone: "UTC", maxCharsPerMessage: 100 };
const size = { minWords: 200, maxWords: 300 };

it("echoes a chat", () => {
  expect(cannedReply({ messages: [{ role: "user", content: "hello" }] })).toBe("You said: hello");
});

it("answers a summary request with the summary so far and the new beginnings", () => {
  const turns = [{ atMs: Date.UTC(2026, 10, 20), user: "My name is Ada", assistant: "Hello" }];
  const messages = summaryPrompt({ previous: "Keeps bees.", turns, ...size }, options);
  expect(cannedReply({ messages })).toBe(
    "Keeps bees.\nOn 2026-11-20 the person mentioned: My name is Ada.",
  );
});

it("keeps its summaries short, the newest last", () => {
  let previous: string | null = null;
  for (let day = 1; day <= 20; day++) {
    const turns = Array.from({ length: 10 }, (_, index) => ({
      atMs: Date.UTC(2026, 10, day),
      user: `fact ${day}/${index} is a long story`,
      assistant: "ok",
    }));
    previous = cannedReply({ messages: summaryPrompt({ previous, turns, ...size }, options) });
    expect(previous.split(/\s+/u).length).toBeLessThanOrEqual(260);
    expect(previous).toContain(`fact ${day}/9 is a long.`);
  }
  expect(previous).not.toContain("fact 1/0 ");
});
