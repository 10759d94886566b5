import type { ModelChoices } from "@tgmem/contracts";
import { textsFor } from "@tgmem/texts";
import { expect, it } from "vitest";
import { start } from "../worker.kit.ts";
import { chosenIn } from "./chosen-model.ts";

const { models, administratorsOnly, administratorUnknown, unknownCommand } = textsFor("en");
const names = ["maker/first", "maker/second:free"];
const group = { chatId: "-7", userId: "42", chat: { kind: "group" } } as const;

function choicesInMemory(): ModelChoices {
  const chosen = new Map<string, string>();
  return {
    of: async (chatId) => chosen.get(chatId),
    choose: async (chatId, model) => void chosen.set(chatId, model),
    reset: async (chatId) => void chosen.delete(chatId),
  };
}

const ownName = (_: unknown, { model = "the usual one" }: { model?: string }) => model;

/** A worker whose model answers with the name by which it was asked. */
function startWithMenu(offered: readonly string[] = names, choices = choicesInMemory()) {
  const bot = start(Array(9).fill(ownName), { menu: { names: offered, choices } });
  const ask = async (text: string, more: Parameters<typeof bot.say>[1] = {}) => {
    await bot.say(text, more);
    await bot.run();
    return (await bot.sent()).join("\n---\n");
  };
  return { ...bot, choices, ask };
}

it("/model shows which model answers in the chat, and which ones may", async () => {
  const { ask } = startWithMenu();
  const list = `${models.offered}\n1. \`maker/first\`\n2. \`maker/second:free\``;
  expect(await ask("/model")).toBe(`${models.now} ${models.usual}\n\n${list}`);
  await ask("/model maker/first");
  expect(await ask("/model@our_bot")).toBe(`${models.now} \`maker/first\`\n\n${list}`);
  expect(await ask("/model maker/third")).toBe(`${models.unknown} ${list}`);
  expect(await ask("/help")).toContain("/model");
});

it("/model chooses by name or number who answers in this chat, until it goes back to the usual one", async () => {
  const { ask } = startWithMenu();
  expect(await ask("hi")).toBe("the usual one");
  expect(await ask("/model Maker/FIRST")).toBe(`${models.chosen} \`maker/first\``);
  expect(await ask("hi")).toBe("maker/first");
  expect(await ask("hi", { chatId: "43", userId: "43" })).toBe("the usual one");
  expect(await ask("/model 2")).toBe(`${models.chosen} \`maker/second:free\``);
  expect(await ask("hi")).toBe("maker/second:free");
  expect(await ask("/model Default")).toBe(models.reset);
  expect(await ask("hi")).toBe("the usual one");
  for (const wanted of ["0", "3", "maker"])
    expect(await ask(`/model ${wanted}`)).toContain("no model");
});

it("in a group anybody may ask which model answers, and administrators alone choose", async () => {
  const { ask } = startWithMenu();
  expect(await ask("/model", group)).toContain(models.usual);
  expect(await ask("/model 1", { ...group, administrator: false })).toBe(administratorsOnly);
  expect(await ask("/model 1", group)).toBe(administratorUnknown);
  expect(await ask("/model 1", { ...group, administrator: true })).toContain("maker/first");
  expect(await ask("hi", group)).toBe("maker/first");
});

it("says once, below an answer, that the chosen model is offered no more", async () => {
  const before = startWithMenu();
  await before.ask("/model 2");
  const { ask, memory } = startWithMenu(["maker/first"], before.choices);
  expect(await ask("hi")).toBe(`the usual one\n\n${models.gone}`);
  expect(await ask("hi again")).toBe("the usual one");
  const { turns } = await memory.chat("42").show();
  expect(turns.map(({ assistant }) => assistant)).toEqual(["the usual one", "the usual one"]);
});

it("keeps what was chosen while the usual model wrote that the old choice is gone", async () => {
  const choices = choicesInMemory();
  await choices.choose("42", "maker/gone");
  const { dropGone } = await chosenIn("42", { names, choices });
  await choices.choose("42", "maker/first");
  await dropGone?.();
  expect(await choices.of("42")).toBe("maker/first");
});

it("/forget erases the choice", async () => {
  const { ask, choices } = startWithMenu();
  await ask("/model 1");
  await ask("/forget");
  expect(await choices.of("42")).toBeUndefined();
});

it("asks no other model than the chosen one while Redis does not say which that is", async () => {
  const choices = choicesInMemory();
  choices.of = () => Promise.reject(new Error("Connection is closed."));
  const { ask, calls, events } = startWithMenu(names, choices);
  expect(await ask("hi")).toBe("");
  expect(calls).toEqual([]);
  expect(events).toMatchObject([{ type: "failed", action: "defer", cause: "trouble" }]);
});

it("knows no /model where there is nothing to choose from, not even in a group", async () => {
  const bot = start([]);
  await bot.say("/model 1", group);
  await bot.run();
  const [answer] = await bot.sent();
  expect(answer).toContain(unknownCommand);
  expect(answer).not.toContain("/model");
});
