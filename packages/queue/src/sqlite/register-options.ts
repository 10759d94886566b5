import type { DatabaseSync } from "node:sqlite";
import { type GivenOption, optionsKeptMs } from "../on-store/shared-options.ts";

/** Prepares what keeps the options of a queue in its file. The caller holds the transaction. */
export function registerOptions(db: DatabaseSync, queue: number) {
  const select = db.prepare("SELECT options, options_till FROM tgmem_queue WHERE queue = ?");
  const update = db.prepare("UPDATE tgmem_queue SET options = ?, options_till = ? WHERE queue = ?");

  return (now: number, given: readonly GivenOption[]): GivenOption | undefined => {
    const row = select.get(queue);
    const areForgotten = Number(row?.["options_till"]) <= now;
    const theirs: Record<string, string> = areForgotten ? {} : JSON.parse(String(row?.["options"]));
    for (const [name, value] of given) {
      const other = theirs[name];
      if (other !== undefined && other !== value) return [name, other];
    }
    update.run(
      JSON.stringify({ ...theirs, ...Object.fromEntries(given) }),
      now + optionsKeptMs,
      queue,
    );
    return undefined;
  };
}
