import type { ArchiveEvent } from "@tgmem/airtable-store";
import type { EngineLog } from "@tgmem/engine";
import type { ChatModelEvent } from "@tgmem/llm/openai";
import type { MemoryEvent } from "@tgmem/memory";
import type { Logger, Metrics, Outages } from "@tgmem/service";
import type { ModelUse } from "./model.ts";
import { observeMemory } from "./observe-memory.ts";
import { observeModels } from "./observe-models.ts";
import { isOfOutage, modelOutages } from "./observe-outages.ts";
import { createWarnings } from "./warnings.ts";
import type { ChatEvent } from "./workflows/ai-chat.ts";
import { type Cause, reasonOf } from "./workflows/cause.ts";
import type { SummarizeEvent } from "./workflows/summarize.ts";

export interface Observers {
  readonly chat: (event: ChatEvent) => void;
  readonly summarize: (event: SummarizeEvent) => void;
  readonly memory: (event: MemoryEvent) => void;
  readonly archive: (event: ArchiveEvent) => void;
  readonly model: (use: ModelUse, event: ChatModelEvent) => void;
  /** Hears that the model has answered somebody. */
  readonly modelAnswered: () => void;
  readonly engine: (log: EngineLog) => void;
  readonly apologized: (count: number) => void;
  readonly trouble: (error: unknown) => void;
  /** Hears what the table of the archive lacks. What may pass is told when the archive is used, or is an outage of Redis. */
  readonly schema: (error: unknown) => void;
}

/** What an operator may have to change, by the cause of what is given up. What waits is of an outage, which says so itself. */
const remedies: Partial<Record<Cause, string>> = {
  rejected: "check OPENROUTER_CHAT_MODEL and OPENROUTER_BASE_URL",
};

/** Turns what happens in the worker into log lines and counters: ids and codes, never texts. */
export function observe({
  logger,
  metrics,
  outages,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly outages: Pick<Outages, "failed" | "worked">;
}): Observers {
  const messages = metrics.counter("messages_total", "Messages by outcome", ["outcome"]);
  const answerSeconds = metrics.seconds("answer_seconds", "From claim to outbound list");
  const summaries = metrics.counter("summaries_total", "Summaries by outcome", ["outcome"]);
  const apologies = metrics.counter(
    "apologies_total",
    "Letters that were dealt with: an apology, or the answer",
  );
  const archiveEvents = metrics.counter(
    "archive_events_total",
    "Requests to Airtable, and what went wrong with them",
    ["type"],
  );
  const warn = createWarnings(logger);
  const onModel = observeModels({ logger, metrics, warn });
  const onOutage = modelOutages(outages);
  return {
    chat(event) {
      switch (event.type) {
        case "answered":
          messages.inc({ outcome: "answered" });
          answerSeconds.observe(event.ms / 1_000);
          logger.info(event, "answered");
          return;
        case "noted":
          messages.inc({ outcome: "noted" });
          logger.info(event, "edit noted");
          return;
        case "away":
          messages.inc({ outcome: "away" });
          logger.info(event, "too old to be answered");
          return;
        case "forgotten":
          messages.inc({ outcome: "forgotten" });
          logger.info(event, "said before /forget");
          return;
        case "failed": {
          messages.inc({ outcome: event.action });
          const remedy = remedies[event.cause];
          const fields = { ...event, ...(remedy !== undefined && { remedy }) };
          if (event.action === "defer") logger.debug(fields, "not answered yet");
          else logger.warn(fields, "not answered");
          return;
        }
        case "given_up":
          messages.inc({ outcome: "given_up" });
          logger.info(event, "left to another run");
          return;
        default:
          event satisfies never;
      }
    },
    summarize(event) {
      summaries.inc({ outcome: event.type === "summarized" ? event.status : event.type });
      logger.info(event, "summary");
    },
    memory: observeMemory({ logger, metrics, warn }),
    archive(event) {
      archiveEvents.inc({ type: event.type });
      if (event.type === "call") logger.debug(event, "archive");
      else warn(`archive ${event.type} ${"code" in event ? event.code : ""}`, event, "archive");
    },
    model(use, event) {
      onModel(use, event);
      onOutage(use, event);
    },
    modelAnswered: () => outages.worked("model"),
    // What passes through the engine holds no text, so its lines may be shown.
    engine: ({ component, message }) => warn(`engine ${component}`, { component }, message),
    apologized: (count) => apologies.inc(count),
    schema(err) {
      const mayPass = err instanceof Error && "retryable" in err && err.retryable === true;
      logger[mayPass ? "debug" : "error"]({ reason: reasonOf(err), err }, "Airtable");
    },
    trouble(err) {
      if (isOfOutage(outages, err)) return;
      const name = err instanceof Error ? err.name : "unknown";
      warn(`trouble ${name}`, { err }, "trouble that is tried again");
    },
  };
}
