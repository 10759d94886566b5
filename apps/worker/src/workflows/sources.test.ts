import type { Citation, Completion } from "@tgmem/llm";
import { chatStream } from "@tgmem/llm";
import { textsFor } from "@tgmem/texts";
import { expect, it } from "vitest";
import { start } from "../worker.kit.ts";
import { sourcesOf } from "./sources.ts";

const texts = textsFor("en");
const citations: readonly Citation[] = [
  { url: "https://example.org/rain", title: "Rain in Lisbon" },
  { url: "https://example.org/untitled" },
];
const links = `${texts.sources}
1. [Rain in Lisbon](https://example.org/rain)
2. [example.org](https://example.org/untitled)`;

/** A worker whose model has looked its answers up. */
function startSearching(commits?: () => boolean) {
  const asked: unknown[] = [];
  const complete = async (messages: unknown): Promise<Completion> => {
    asked.push(messages);
    const usage = { input: 9_000, output: 5, enlarged: true } as const;
    return { text: "It rains.", finishReason: "stop", model: "m", citations, usage };
  };
  const model = {
    complete,
    stream: (messages: unknown) => chatStream(() => complete(messages)),
  };
  return { ...start([], { model, ...(commits && { commits }) }), asked };
}

it("shows the pages that an answer draws on below it, and remembers the answer alone", async () => {
  const bot = startSearching();
  await bot.say("weather?");
  await bot.run();
  expect(await bot.sent()).toEqual([`It rains.\n\n${links}`]);
  expect(await bot.turns()).toEqual([["weather?", "It rains."]]);
  await bot.say("and now?");
  await bot.run();
  expect(JSON.stringify(bot.asked.at(-1))).not.toContain("example.org");
});

it("shows them below the answer to an edit, too", async () => {
  const bot = startSearching();
  await bot.say("weather?");
  await bot.say("weather today?", { messageId: 1, editedAtMs: 20_000 });
  for (let run = 0; run < 2; run++) await bot.run();
  expect(await bot.sent()).toEqual(Array(2).fill(`It rains.\n\n${links}`));
});

it("shows them below an answer that was paid for before it could be kept", async () => {
  let isFull = true;
  const bot = startSearching(() => !isFull);
  await bot.say("weather?");
  await bot.run();
  isFull = false;
  bot.advance(120_000);
  await bot.run();
  expect(bot.asked).toHaveLength(1);
  expect(await bot.sent()).toEqual([`It rains.\n\n${links}`]);
});

const linksOf = (page: Citation, answer = "It rains.") =>
  sourcesOf(answer, { text: answer, citations: [page] }, texts);

it("names no page twice that the answer names itself, and none below another answer", () => {
  const page = { url: "https://example.org/", title: "E" };
  expect(linksOf(page, "See [E](https://example.org).")).toEqual([]);
  expect(sourcesOf("An older answer.", { text: "It rains.", citations }, texts)).toEqual([]);
  expect(sourcesOf("It rains.", undefined, texts)).toEqual([]);
});

it.each([
  ["](https://evil.test) [x", "https://a.test/1", "[(https://evil.test) x](https://a.test/1)"],
  ["**a** `b` _c_", "https://a.test/(1)", "[a b c](https://a.test/%281%29)"],
  ["[]", "https://a.test/2", "[a.test](https://a.test/2)"],
  ["x".repeat(200), "https://a.test/3", `[${"x".repeat(80)}](https://a.test/3)`],
])("makes one link of the title %j", (title, url, link) => {
  expect(linksOf({ url, title })).toEqual([`${texts.sources}\n1. ${link}`]);
});

it("shows ten pages at most", () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ url: `https://a.test/${at}` }));
  const [list = ""] = sourcesOf("x", { text: "x", citations: many }, texts);
  expect(list.split("\n")).toHaveLength(11);
});
