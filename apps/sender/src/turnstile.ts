import type { Pacer, TelegramError } from "@tgmem/telegram";
import { pause } from "./pause.ts";

/** Lets messages through at the pace that Telegram bears. */
export interface Turnstile {
  /** 0 = send now, it is counted. Else so many ms are left to wait, which is too long to hold a place for. */
  pass(chatId: string, signal: AbortSignal): Promise<number>;
  /** Telegram has refused a message to that chat. */
  refused(chatId: string, error: TelegramError): void;
}

/**
 * A wait as short as this is sat out in place. While the account as a whole is at its limit every chat would wait some
 * 30 ms, and be taken and given back in vain over and over.
 */
const heldMs = 250;

export function createTurnstile(
  pacer: Pacer,
  { now = Date.now }: { readonly now?: () => number } = {},
): Turnstile {
  /** The last chat that was told to wait, and until when. */
  let flooded: { readonly chatId: string; readonly untilMs: number } | undefined;
  return {
    async pass(chatId, signal) {
      for (;;) {
        const waitMs = pacer.ask(chatId);
        if (waitMs === 0 || waitMs > heldMs) return waitMs;
        if (signal.aborted) return waitMs;
        await pause(waitMs, signal);
      }
    },
    refused(chatId, { code, retryAfterMs }) {
      if (retryAfterMs === undefined) return;
      pacer.pauseChat(chatId, retryAfterMs);
      if (code !== "flood_wait") return;
      // Telegram does not say whether it means the chat or the account; a second chat tells.
      if (flooded && flooded.chatId !== chatId && flooded.untilMs > now())
        pacer.pauseAll(retryAfterMs);
      flooded = { chatId, untilMs: now() + retryAfterMs };
    },
  };
}
