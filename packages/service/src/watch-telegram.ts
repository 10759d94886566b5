import type { TelegramPort } from "@tgmem/telegram";
import type { Health } from "./health.ts";
import type { Outages } from "./outages.ts";
import { repeat } from "./repeat.ts";

/** What is told of Telegram, and to whom. */
export interface WatchTelegramOptions {
  readonly outages: Pick<Outages, "failed" | "worked">;
  readonly health: Pick<Health, "check">;
  /** The time between two looks, in ms. @default 2_000 */
  readonly everyMs?: number;
  readonly signal: AbortSignal;
}

/**
 * Looks every few seconds, until the signal, whether Telegram can be reached: each outage is told once, however often the
 * client connects in vain meanwhile. The process is not ready without a connection, nor while the session file cannot be kept.
 */
export function watchTelegram(
  telegram: Pick<TelegramPort, "health">,
  { outages, health, everyMs = 2_000, signal }: WatchTelegramOptions,
): Promise<void> {
  const isConnected = () => telegram.health().connected;
  health.check("telegram", isConnected);
  health.check("session", () => telegram.health().sessionKept);
  const look = () =>
    isConnected()
      ? outages.worked("telegram")
      : outages.failed("telegram", {
          what: "Telegram does not answer",
          remedy: "look at the network of this machine, and at TELEGRAM_SERVER where it is set",
        });
  return repeat(look, { everyMs, onError: () => {}, signal });
}
