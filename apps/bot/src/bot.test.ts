import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { botWorld, people, type Telegram } from "./bot.kit.ts";

/** Resolves when the bot has written this often in the chat, with the texts. */
async function answersIn(telegram: Telegram, chat: string, count = 1) {
  const texts = () => telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
  await until(() => texts().length >= count, { what: `${count} messages in ${chat}` });
  return texts();
}

/** Resolves when a message of the bot in the chat holds these words; others may come before and after it. */
async function hears(telegram: Telegram, chat: string, words: string) {
  const isThere = () =>
    telegram.sent.some(({ chatId, text }) => chatId === chat && text.includes(words));
  await until(isThere, { what: `"${words}" in ${chat}` });
}

it("answers in Telegram from one process, and remembers what was said before it was started again", async () => {
  const { telegram, model, start } = await botWorld();
  const first = await start();
  telegram.say("1001", "my cat is called Ada");
  await answersIn(telegram, "1001");
  await until(async () => (await first.status("/readyz")) === 200, { what: "readiness" });
  expect(await first.stop("SIGTERM")).toBe(0);
  const second = await start();
  telegram.say("1001", "what is it called?");
  await answersIn(telegram, "1001", 2);
  const asked = model.requests
    .at(-1)
    ?.messages.map(({ content }) => content)
    .join("\n");
  expect(asked).toContain("my cat is called Ada");
  expect(first.output() + second.output()).not.toContain("Ada");
});

it("makes a summary as soon as it is due where there is no Airtable, whose calls it would share", async () => {
  const { telegram, model, start } = await botWorld({
    SUMMARIZE_EVERY: "1",
    OPENROUTER_SUMMARY_MODEL: "test/summary",
  });
  await start();
  telegram.say("1001", "my cat is called Ada");
  await until(() => model.requests.some((asked) => asked.model === "test/summary"), {
    what: "a summary to be asked for",
  });
});

it("shows a code when nobody may talk to it: who sends that is its operator, also after a restart, and is asked about others", async () => {
  const { telegram, model, start } = await botWorld({ WHITELIST_USER: "" });
  const first = await start();
  const [, code = ""] = /its operator: (\w+)/u.exec(first.output()) ?? [];
  telegram.say("42", "hello");
  telegram.say("7", code.toLowerCase());
  await answersIn(telegram, "7");
  telegram.say("7", "hello");
  await hears(telegram, "7", "You said");
  telegram.say("7", "/status");
  await hears(telegram, "7", "inbound");
  await first.stop("SIGKILL");
  const second = await start();
  expect(second.output()).not.toContain("its operator");
  telegram.say("43", "let me in");
  await hears(telegram, "7", "Person 43");
  expect(model.requests).toHaveLength(1);
});

it("answers a command while every other answer hangs, and stops what hangs when it is asked to end", async () => {
  const { telegram, model, start } = await botWorld({ WORKER_SLOTS: "1" });
  model.when(
    () => true,
    () => {},
  );
  const bot = await start();
  const hanging = people.slice(0, 5);
  for (const person of hanging) {
    telegram.say(person, "think for ever");
    await bot.says(`:${person}:`);
  }
  await until(() => model.requests.length > 0, { what: "a request" });
  telegram.say("1010", "/help");
  await answersIn(telegram, "1010");
  expect(await bot.stop("SIGTERM")).toBe(0);
  model.reset();
  await start();
  await answersIn(telegram, "1001");
});
