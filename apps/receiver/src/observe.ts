import type { Logger, Metrics } from "@tgmem/service";
import type { TelegramEvent } from "@tgmem/telegram/gramjs";
import type { Received } from "./receive.ts";

/** Turns what happens into log lines and counters; neither holds a text. */
export function observe({
  logger,
  metrics,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
}) {
  const messages = metrics.counter("messages_total", "Messages from Telegram", ["outcome"]);
  const recovered = metrics.counter("recovered_total", "Messages that were missed and asked for");
  const lost = metrics.counter("lost_total", "Times that Telegram no longer had what was missed");
  return {
    received: (outcome: Received): void => {
      messages.inc({ outcome });
    },
    accepted: (id: string): void => logger.info({ id }, "received"),
    telegram: (event: TelegramEvent): void => {
      switch (event.type) {
        case "warning":
          logger.warn(event.message);
          return;
        case "connected":
        case "disconnected":
          logger.info(event.type);
          return;
        case "delayed":
          logger.warn(
            { what: event.what, delayMs: event.delayMs, err: event.error },
            "tried again",
          );
          return;
        case "recovered":
          recovered.inc(event.messages);
          logger.info({ reason: event.reason, messages: event.messages }, "missed messages came");
          return;
        case "lost":
          lost.inc();
          logger.error({ reason: event.reason }, "messages may be lost");
          return;
        default:
          event satisfies never;
      }
    },
  };
}
