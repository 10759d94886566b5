import type { MemoryEvent } from "@tgmem/memory";
import type { Logger, Metrics } from "@tgmem/service";
import type { Warn } from "./warnings.ts";
import { codeOf, reasonOf } from "./workflows/cause.ts";

export interface ObserveMemoryOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly warn: Warn;
}

/** A row of the archive is gone, and with it a memory. */
const troubles: ReadonlySet<MemoryEvent["type"]> = new Set(["record_missing", "deleted_by_hand"]);

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
      case "archive_failed": {
        const { type, chat, error } = event;
        const of = type.replace("_failed", "");
        const code = codeOf(error);
        failures.inc({ of, code });
        const call = type === "archive_failed" ? { call: event.call } : {};
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
