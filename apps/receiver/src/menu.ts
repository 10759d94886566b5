import { backoffMs } from "@tgmem/queue";
import { type Logger, pause } from "@tgmem/service";
import { TelegramError, type TelegramPort } from "@tgmem/telegram";
import { languages, type Offered, offeredCommands } from "@tgmem/texts";

/** English is shown to everybody whose language the bot does not speak. */
const everybody = "en";
/** What operators are answered is in English, too. */
const status = { command: "status", description: "how the bot is, for operators" };

interface MenuOptions extends Offered {
  /** An operator whose own menu it is, with /status; without one it is that of everybody else. */
  readonly operator?: string | undefined;
  readonly signal: AbortSignal;
}

/** Shows the menu of everybody, and that of each operator. That Telegram refuses one is said, and hinders nothing. */
export function showMenus(
  telegram: Pick<TelegramPort, "setCommands">,
  {
    operators,
    logger,
    ...options
  }: Omit<MenuOptions, "operator"> & {
    readonly operators: Iterable<string>;
    readonly logger: Pick<Logger, "info" | "warn">;
  },
): void {
  showMenu(telegram, options).catch((err: unknown) =>
    logger.warn({ err }, "Telegram refuses the menu of commands: the next start tries again"),
  );
  for (const operator of operators)
    showMenu(telegram, { ...options, operator }).catch((err: unknown) =>
      logger.info(
        { err },
        "an operator has no menu with /status: Start was not pressed, and the next start tries again",
      ),
    );
}

/**
 * Shows the commands in the menu of the bot, to each person in the language of the client. While Telegram is away it tries
 * again; rejects with what Telegram refuses for good. Safe to repeat.
 */
export async function showMenu(
  telegram: Pick<TelegramPort, "setCommands">,
  options: MenuOptions,
): Promise<void> {
  const { signal } = options;
  for (let attempt = 1; !signal.aborted; attempt++)
    try {
      return await showAll(telegram, options);
    } catch (error) {
      if (!(error instanceof TelegramError && error.retryable)) throw error;
      await pause(error.retryAfterMs ?? backoffMs(attempt), { signal });
    }
}

async function showAll(
  telegram: Pick<TelegramPort, "setCommands">,
  { signal, operator, ...offered }: MenuOptions,
): Promise<void> {
  for (const [code, texts] of languages) {
    const menu = offeredCommands(offered).map((command) => ({
      command,
      description: texts.commands[command],
    }));
    const language = code === everybody ? {} : { languageCode: code };
    const whole = operator === undefined ? menu : [...menu, status];
    await telegram.setCommands(whole, { ...language, chatId: operator, signal });
  }
}
