import type { BotCommand } from "@tgmem/telegram";
import { commands } from "@tgmem/texts";
import { expect, it } from "vitest";
import { showMenu } from "./menu.ts";

it("shows every command in each language, in English to everybody else, and /model where there is a choice", async () => {
  const menus = new Map<string, readonly BotCommand[]>();
  const telegram = {
    async setCommands(menu: readonly BotCommand[], { languageCode = "" }) {
      menus.set(languageCode, menu);
    },
  };
  const signal = AbortSignal.timeout(60_000);
  await showMenu(telegram, { models: true, signal });
  expect([...menus.keys()]).toEqual(["", "ru", "uk", "es", "de", "ar", "zh"]);
  for (const menu of menus.values())
    expect(menu.map(({ command }) => command)).toEqual([...commands]);
  expect(menus.get("")).toContainEqual({ command: "help", description: "what I understand" });
  expect(menus.get("de")).toContainEqual({ command: "help", description: "was ich verstehe" });

  await showMenu(telegram, { signal });
  for (const menu of menus.values())
    expect(menu.map(({ command }) => command)).toEqual(
      commands.filter((command) => command !== "model"),
    );
});
