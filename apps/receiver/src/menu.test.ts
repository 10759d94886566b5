import type { BotCommand } from "@tgmem/telegram";
import { commands } from "@tgmem/texts";
import { expect, it } from "vitest";
import { showMenu } from "./menu.ts";

it("shows every command in each language, and in English to everybody else", async () => {
  const menus = new Map<string, readonly BotCommand[]>();
  const telegram = {
    async setCommands(menu: readonly BotCommand[], { languageCode = "" }) {
      menus.set(languageCode, menu);
    },
  };
  await showMenu(telegram, { signal: AbortSignal.timeout(60_000) });
  expect([...menus.keys()]).toEqual(["", "ru", "uk", "es", "de", "ar", "zh"]);
  for (const menu of menus.values())
    expect(menu.map(({ command }) => command)).toEqual([...commands]);
  expect(menus.get("")).toContainEqual({ command: "help", description: "what I understand" });
  expect(menus.get("de")).toContainEqual({ command: "help", description: "was ich verstehe" });
});
