import { type BotCommand, TelegramError } from "@tgmem/telegram";
import { recordingLogger } from "@tgmem/service/testing";
import { commands } from "@tgmem/texts";
import { expect, it } from "vitest";
import { showMenu, showMenus } from "./menu.ts";

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

it("shows /status in the own menu of an operator, beside all the others", async () => {
  const menus: (readonly [string | undefined, readonly string[]])[] = [];
  const telegram = {
    async setCommands(
      menu: readonly BotCommand[],
      { chatId }: { readonly chatId?: string | undefined },
    ) {
      menus.push([chatId, menu.map(({ command }) => command)]);
    },
  };
  await showMenu(telegram, { operator: "42", signal: AbortSignal.timeout(60_000) });
  expect(menus).toHaveLength(7);
  for (const [chatId, menu] of menus) {
    expect(chatId).toBe("42");
    expect(menu).toEqual([...commands.filter((command) => command !== "model"), "status"]);
  }
});

it("tries again while Telegram is away, begins anew, and gives up what it refuses", async () => {
  const { signal } = new AbortController();
  const failures = [
    new TelegramError("disconnected", "away", { policy: "retry", retryAfterMs: 1 }),
    new TelegramError("refused", "no", { policy: "fix_payload" }),
  ];
  let calls = 0;
  const telegram = {
    async setCommands() {
      calls++;
      const failure = calls % 3 === 0 ? failures.shift() : undefined;
      if (failure) throw failure;
    },
  };
  await expect(showMenu(telegram, { models: false, signal })).rejects.toBe(failures[1]);
  expect(calls).toBe(6);
});

it("shows the menu to everybody although an operator has none yet", async () => {
  const shown = new Set<string>();
  const telegram = {
    async setCommands(_: unknown, { chatId = "all" }: { readonly chatId?: string | undefined }) {
      shown.add(chatId);
      if (chatId === "7") throw new TelegramError("refused", "no", { policy: "fix_payload" });
    },
  };
  const { logger, lines } = recordingLogger();
  const { signal } = new AbortController();
  showMenus(telegram, { operators: ["7", "8"], logger, signal });
  await expect.poll(() => [...shown].toSorted()).toEqual(["7", "8", "all"]);
  await expect.poll(() => lines).toEqual([expect.stringContaining("an operator has no menu")]);
});
