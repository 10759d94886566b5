import { listFailed, listWorked, type Logger, type Metrics, type Outages } from "@tgmem/service";
import type { TelegramEvent } from "@tgmem/telegram/gramjs";
import type { Received } from "./receive.ts";

/** Turns what happens into log lines and counters; neither holds a text. */
export function observe({
  logger,
  metrics,
  outages,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly outages: Pick<Outages, "failed" | "worked" | "current">;
}) {
  const messages = metrics.counter("messages_total", "Messages from Telegram", ["outcome"]);
  const recovered = metrics.counter("recovered_total", "Messages that were missed and asked for");
  const lost = metrics.counter("lost_total", "Times that Telegram no longer had what was missed");
  return {
    received: (outcome: Received): void => {
      messages.inc({ outcome });
      if (outcome === "accepted" || outcome === "duplicate") listWorked(outages, "inbound");
    },
    accepted: (id: string): void => logger.info({ id }, "received"),
    telegram: (event: TelegramEvent): void => {
      switch (event.type) {
        case "warning":
          logger.warn(event.message);
          return;
        case "client":
        case "connected":
        case "disconnected":
          // A connection breaks and comes back; one that does not come back is an outage.
          logger.debug(event, "telegram");
          return;
        case "delayed":
          // Whoever takes a message in needs nothing but its list.
          if (event.what === "handle") listFailed(outages, { list: "inbound", err: event.error });
          else logger.debug({ delayMs: event.delayMs, err: event.error }, "asked again");
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
