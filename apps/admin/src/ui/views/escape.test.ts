import * as fc from "fast-check";
import { expect, it } from "vitest";
import { chat } from "./chat.ts";
import { cost } from "./cost.ts";
import { question } from "./forms.ts";
import { letter } from "./letter.ts";
import { letters } from "./letters.ts";
import { problem } from "./problem.ts";

const nowMs = Date.UTC(2026, 10, 28);
const form = "secret";

/** Every page that shows something which others wrote, with the same text wherever one may come from outside. */
async function pagesWith(text: string): Promise<string> {
  const dead = {
    number: 1,
    id: text,
    lane: text,
    body: text,
    attempts: 1,
    reason: text,
    buriedAtMs: nowMs,
  };
  const turn = { saidAtMs: nowMs, covered: false, speaker: { id: text, name: text } };
  const details = {
    chat: text,
    turns: 1,
    kept: 1,
    pending: 1,
    lastAtMs: nowMs,
    hasSummary: true,
    isOffRecord: false,
    usage: { input: 1, output: 1, cost: 1 },
    summary: text,
    window: [{ ...turn, user: text, assistant: text }],
  };
  const chatFacts = { details, hasArchive: true, isPaused: true, form, nowMs };
  const refused = { text, why: text };
  const list = { letters: [dead], lists: [], after: 0, hasMore: true };
  const asked = { title: text, words: text, yes: text, action: "/", back: "/" };
  const pages = [
    letter({ list: "inbound", letter: dead, form, nowMs }),
    letters({ list: "inbound", ...list, form, nowMs }),
    chat({ ...chatFacts, refused: undefined }),
    chat({ ...chatFacts, refused }),
    cost("model", [{ name: text, input: 1, output: 1, cost: 1, requests: 1 }], 30),
    question(form, { ...asked, fields: [[text, text]] }),
    problem(text),
  ];
  const whole = await Promise.all(pages.map(async (page) => page));
  return whole.join("\n");
}

/** What a browser takes for the bones of a page: a text adds none. */
const bones = (page: string) => page.replaceAll(/[^<>"]/gu, "");

it("lets no text of a person become a part of the page", async () => {
  const plain = bones(await pagesWith("plain"));
  const sharp = fc.string({
    unit: fc.oneof(
      fc.constantFrom("<", ">", '"', "'", "&", "`", "${", "-->", "]]>", "\n", "\u2028"),
      fc.constantFrom("</textarea>", "<script>", "</pre>", "onload=", "javascript:", "&lt;"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(sharp, async (text) => {
      expect(bones(await pagesWith(text))).toBe(plain);
    }),
  );
});

async function pageOfLane(lane: string): Promise<string> {
  const facts = { number: 1, id: "a", body: "", attempts: 0, reason: "", buriedAtMs: nowMs };
  const page = await letter({ list: "inbound", letter: { ...facts, lane }, form, nowMs });
  return page.toString();
}

it("makes a link of a lane only where that is a chat", async () => {
  for (const lane of ["chat:42", "command:42", "forget:42", "42"])
    expect(await pageOfLane(lane)).toContain('href="/chats/42"');
  expect(await pageOfLane("javascript:42")).not.toContain('href="/chats');
});
