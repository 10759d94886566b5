import { backoffMs } from "@tgmem/queue";
import { pause } from "@tgmem/service";
import { TelegramError, type TelegramPort } from "@tgmem/telegram";
import { languages, type Offered, offeredCommands } from "@tgmem/texts";

/** English is shown to everybody whose language the bot does not speak. */
const everybody = "en";

/**
 * Shows the commands in the menu of the bot, to each person in the language of the client. While Telegram is away it tries
 * again; rejects with what Telegram refuses for good. Safe to repeat.
 */
export async function showMenu(
  telegram: Pick<TelegramPort, "setCommands">,
  options: Offered & { readonly signal: AbortSignal },
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
  { signal, ...offered }: Offered & { readonly signal: AbortSignal },
): Promise<void> {
  for (const [code, texts] of languages) {
    const menu = offeredCommands(offered).map((command) => ({
      command,
      description: texts.commands[command],
    }));
    const language = code === everybody ? {} : { languageCode: code };
    await telegram.setCommands(menu, { ...language, signal });
  }
}
