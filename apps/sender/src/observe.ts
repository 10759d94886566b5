import type { ConsumeEvent } from "@tgmem/queue";
import { listFailed, listWorked, type Logger, type Metrics, type Outages } from "@tgmem/service";
import type { TelegramEvent } from "@tgmem/telegram/gramjs";
import type { DraftEvent } from "./drafts/show-draft.ts";
import type { SendEvent } from "./send.ts";

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
  const jobs = metrics.counter("jobs_total", "What became of jobs", ["outcome"]);
  const parts = metrics.counter("parts_total", "Messages sent");
  const degraded = metrics.counter(
    "degraded_total",
    "Messages sent without what Telegram refused of them",
    ["what"],
  );
  const answerSeconds = metrics.seconds(
    "answer_seconds",
    "From a person's message to its answer in Telegram",
  );
  const drafts = metrics.counter("drafts_total", "Partial texts of answers", ["outcome"]);
  const warned = sparing(() => logger.warn("what is on the channel of drafts is none: ignored"));
  return {
    send: (event: SendEvent): void => {
      switch (event.type) {
        case "sent":
          parts.inc(event.parts);
          if (event.times.totalMs !== undefined) answerSeconds.observe(event.times.totalMs / 1_000);
          logger.info({ id: event.id, parts: event.parts, ...event.times }, "sent");
          return;
        case "dropped":
          jobs.inc({ outcome: event.reason === "empty" ? "dropped_empty" : "dropped_not_listed" });
          logger.info({ id: event.id, reason: event.reason }, "dropped");
          return;
        case "degraded":
          degraded.inc({ what: event.what });
          logger.warn({ id: event.id, what: event.what }, "sent without what Telegram refused");
          return;
        case "failed":
          // What only waits is of an outage, or of a pace, which are told by themselves.
          logger[event.action === "defer" ? "debug" : "warn"](
            { id: event.id, err: event.error },
            "not sent",
          );
          return;
        default:
          event satisfies never;
      }
    },
    draft: (event: DraftEvent): void => {
      drafts.inc({ outcome: event.type });
      // The answer itself comes all the same.
      if (event.type === "failed") logger.debug({ id: event.id, err: event.error }, "not shown");
    },
    /** Hears of what is on the channel and cannot be read, for instance of a newer release. */
    invalidDraft: (): void => {
      drafts.inc({ outcome: "invalid" });
      warned();
    },
    queue: (event: ConsumeEvent): void => {
      if (event.type === "error") {
        listFailed(outages, { list: "outbound", err: event.error });
        return;
      }
      jobs.inc({ outcome: event.type });
      if (event.type === "buried")
        logger.error({ id: event.id, attempt: event.attempt }, "dead letter");
    },
    /** Hears that the list was asked for jobs, and answered. */
    taken: (): void => listWorked(outages, "outbound"),
    /** Hears the failures of typing and progress: nobody loses an answer over them. */
    ignored: (error: unknown): void => logger.debug({ err: error }, "done without"),
    telegram: (event: TelegramEvent): void => {
      if (event.type === "warning") logger.warn(event.message);
      // A connection breaks and comes back; one that does not come back is an outage.
      else logger.debug(event, "telegram");
    },
  };
}

/** A newer worker may publish several times a second what is not understood here. */
const warnEveryMs = 60_000;

/** Calls once in a while what would be called all the time. */
function sparing(call: () => void): () => void {
  let calledAt = -Infinity;
  return () => {
    if (performance.now() - calledAt < warnEveryMs) return;
    calledAt = performance.now();
    call();
  };
}
