import { join } from "node:path";
import {
  askScript,
  askTwin,
  inboundQueue,
  outboundQueue,
  replaceScript,
  replaceTwin,
  summariesQueue,
} from "@tgmem/contracts";
import * as memory from "@tgmem/memory/sqlite";
import * as queue from "@tgmem/queue/sqlite";
import { takePlaceScript, takePlaceTwin } from "@tgmem/receiver";
import { openRecords, type ScriptTwin } from "@tgmem/records";
import { beginScript, beginTwin, finishScript, finishTwin } from "@tgmem/sender";
import { beatScript, beatTwin } from "@tgmem/service";

export interface OpenFolderOptions {
  /** How many turns memory keeps word for word. */
  readonly window: number;
  /** Hears that a list could not be written. */
  readonly onError: (error: unknown) => void;
}

/** What the scripts of the apps do where there is no Redis. */
export const twins: ReadonlyMap<string, ScriptTwin> = new Map<string, ScriptTwin>([
  [takePlaceScript, takePlaceTwin],
  [beginScript, beginTwin],
  [finishScript, finishTwin],
  [beatScript, beatTwin],
  [askScript, askTwin],
  [replaceScript, replaceTwin],
]);

/**
 * Opens what a bot keeps in a folder: its lists, its memory, and its records. A copy of the folder of a bot that is stopped is a
 * backup.
 */
export function openFolder(folder: string, { window, onError }: OpenFolderOptions) {
  const lists = queue.openSqlite(join(folder, "lists.sqlite"));
  const remembered = memory.openSqlite(join(folder, "memory.sqlite"));
  const records = openRecords(join(folder, "records.sqlite"), { scripts: twins });
  const inbound = queue.sqliteQueue(lists, { ...inboundQueue, onError });
  const outbound = queue.sqliteQueue(lists, { ...outboundQueue, onError });
  const summaries = queue.sqliteQueue(lists, { ...summariesQueue, onError });
  return {
    lists: { inbound, outbound, summaries },
    store: memory.sqliteStore(remembered, { window }),
    archive: memory.sqliteArchive(remembered),
    records,
    session: join(folder, "session"),
    async close() {
      await Promise.all([inbound.close(), outbound.close(), summaries.close()]);
      lists.close();
      remembered.close();
      records.close();
    },
  };
}
