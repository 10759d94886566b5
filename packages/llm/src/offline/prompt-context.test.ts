import { expect, it } from "vitest";
import { promptContext } from "./prompt-context.ts";

const summaryOf = (...system: string[]) =>
  promptContext([
    ...system.map((content) => ({ role: "system" as const, content })),
    { role: "user", content: "hi" },
  ]).summary;

it.each([
  ["no system message", [], null],
  ["a system prompt alone", ["You are a friend.\nAnswer:\nbriefly"], null],
  [
    "a system prompt with tags of its own",
    ["You are a friend. <rules>\nBe brief.\n</rules>"],
    null,
  ],
  [
    "a tagged summary after the prompt",
    ["You are a friend.", "Background:\n<background>\nKeeps bees.\n</background>"],
    "Keeps bees.",
  ],
  ["a tagged summary alone", ["What is known: <summary>Keeps bees.</summary>"], "Keeps bees."],
  [
    "a summary below a heading",
    ["You are a friend.", "What is known:\nKeeps bees."],
    "Keeps bees.",
  ],
  ["a bare summary after the prompt", ["You are a friend.", "Keeps bees."], "Keeps bees."],
])("finds the summary in %s", (_where, system, expected) => {
  expect(summaryOf(...system)).toBe(expected);
});

it("finds what is quoted of long ago, and takes none of it for the new text", () => {
  const content =
    "<recalled>\nFrom earlier in this chat.\n[Monday 8 May 2023]\nthey: My dog is Bruno.\nyou: Nice.\nAnna: I sail.\n</recalled>\n\n[Friday 2026-11-27 14:05] Who is my dog?";
  expect(promptContext([{ role: "user", content }])).toEqual({
    summary: null,
    said: [],
    recalled: ["My dog is Bruno.", "I sail."],
    now: "Who is my dog?",
  });
});

const saidNow = (content: string) => promptContext([{ role: "user", content }]).now;

it.each([
  ["a quote", "<quote>\nMy name is Bob.\n</quote>\n\nwho am I?", "who am I?"],
  ["more of them", "<quote>a</quote>\n\n<attachment>b</attachment>\n\nwho?", "who?"],
  ["nothing of theirs", "who? <quote>a</quote>", "who? <quote>a</quote>"],
  ["nothing of their own tags", "<b>who</b> am I?", "<b>who</b> am I?"],
])("leaves out what stands in tags before the person's words: %s", (_what, content, expected) => {
  expect(saidNow(content)).toBe(expected);
});

it("does not take for the person's words when they were said and by whom", () => {
  const { said, now } = promptContext([
    { role: "user", content: "[Friday 2026-11-27 14:05 Anna] I like tea" },
    { role: "assistant", content: "Noted." },
    { role: "user", content: "[Friday 2026-11-27 14:06] what did I say?" },
  ]);
  expect({ said, now }).toEqual({ said: ["I like tea"], now: "what did I say?" });
});
