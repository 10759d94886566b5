import type { MemoryEvent } from "@tgmem/memory";
import type { Logger, Metrics } from "@tgmem/service";
import type { Warn } from "./warnings.ts";
import { codeOf, reasonOf } from "./workflows/cause.ts";

export interface ObserveMemoryOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly warn: Warn;
}

/** Something of a memory is gone, or will not be found: a row of the archive, or turns that had no room. */
const troubles: ReadonlySet<MemoryEvent["type"]> = new Set([
  "record_missing",
  "deleted_by_hand",
  "recall_full",
]);

/** Counts what fails in the memory, and warns of it once: nobody reads of a failing summary in the chat. */
export function observeMemory({
  logger,
  metrics,
  warn,
}: ObserveMemoryOptions): (event: MemoryEvent) => void {
  const failures = metrics.counter("memory_failures_total", "Failures of what the memory asks", [
    "of",
    "code",
  ]);
  return (event) => {
    switch (event.type) {
      case "summarizer_failed":
      case "store_failed":
      case "archive_failed":
      case "recall_failed": {
        const { type, chat, error } = event;
        const of = type.replace("_failed", "");
        const code = codeOf(error);
        failures.inc({ of, code });
        const call = "call" in event ? { call: event.call } : {};
        warn(`${type} ${code}`, { type, chat, ...call, reason: reasonOf(error) }, "memory");
        return;
      }
      case "summary_rejected":
        warn(`${event.type} ${event.reasons.join()}`, event, "memory");
        return;
      case "summary_failed":
        warn(`${event.type} ${event.by}`, event, "memory");
        return;
      default:
        logger[troubles.has(event.type) ? "warn" : "debug"](event, "memory");
    }
  };
}
