import { pause } from "@tgmem/service";
import type { TelegramError } from "@tgmem/telegram";
import type { AskedPacer } from "./shared-pacer.ts";

/** Lets messages through at the pace that Telegram allows. */
export interface RateLimiter {
  /**
   * Takes a place for one message to that chat, and sits out a short wait for it. Resolves with 0 when the message may
   * go now, which is counted; else with the ms that are left to wait, which is too long to hold a place for.
   */
  acquire(chatId: string, options: { readonly signal: AbortSignal }): Promise<number>;
  /**
   * Takes a place that no answer needs, for a message that may as well not go. Resolves with 0 when it may go now, which is counted;
   * else with the ms after which to ask again.
   */
  spare(chatId: string): Promise<number>;
  /** Notes that Telegram has refused a message to that chat. */
  refused(chatId: string, error: TelegramError): void;
}

/**
 * A wait as short as this is sat out in place. While the account as a whole is at its limit every chat would wait some
 * 30 ms, and be taken and given back in vain over and over.
 */
const heldMs = 250;

/** Makes a rate limiter of a pacer that only says how long a wait would be. */
export function createRateLimiter(
  pacer: AskedPacer,
  { now = Date.now }: { readonly now?: () => number } = {},
): RateLimiter {
  /** The last chat that was told to wait, and until when. */
  let flooded: { readonly chatId: string; readonly untilMs: number } | undefined;
  return {
    async acquire(chatId, { signal }) {
      for (;;) {
        const waitMs = await pacer.acquire(chatId);
        if (waitMs === 0 || waitMs > heldMs) return waitMs;
        if (signal.aborted) return waitMs;
        await pause(waitMs, { signal });
      }
    },
    spare: async (chatId) => pacer.acquire(chatId, { spare: true }),
    refused(chatId, { code, retryAfterMs }) {
      if (retryAfterMs === undefined) return;
      void pacer.pauseChat(chatId, retryAfterMs);
      if (code !== "flood_wait") return;
      // Telegram does not say whether it means the chat or the account; a second chat tells.
      if (flooded && flooded.chatId !== chatId && flooded.untilMs > now())
        void pacer.pauseAll(retryAfterMs);
      flooded = { chatId, untilMs: now() + retryAfterMs };
    },
  };
}
