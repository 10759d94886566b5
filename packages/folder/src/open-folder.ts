import {
  askScript,
  askTwin,
  forgetScript,
  forgetTwin,
  replaceScript,
  replaceTwin,
} from "@tgmem/contracts";
import { recallIndex } from "@tgmem/memory";
import * as memory from "@tgmem/memory/sqlite";
import type { Queue, QueueOptions } from "@tgmem/queue";
import * as queue from "@tgmem/queue/sqlite";
import { openRecords, type Records, type ScriptTwin } from "@tgmem/records";
import { beatScript, beatTwin } from "@tgmem/service";
import { isDamage } from "./damaged-files.ts";
import { filesOf } from "./files.ts";

export interface OpenFolderOptions {
  /** How many turns memory keeps word for word. */
  readonly window: number;
  /** Hears that a list could not be written. */
  readonly onError: (error: unknown) => void;
  /** What the scripts of the caller's own do where there is no Redis. */
  readonly twins?: ReadonlyMap<string, ScriptTwin>;
}

/** What everybody asks for who opens a folder. */
const sharedTwins: readonly (readonly [string, ScriptTwin])[] = [
  [beatScript, beatTwin],
  [askScript, askTwin],
  [forgetScript, forgetTwin],
  [replaceScript, replaceTwin],
];

/**
 * Opens what a bot keeps in a folder: its lists, its memory, and its records. Several processes may do so at once. A copy of the
 * folder of a bot that is stopped is a backup. Throws where one of the files is of a newer release.
 */
export function openFolder(folder: string, { window, onError, twins }: OpenFolderOptions) {
  const files = filesOf(folder);
  const records = recordsOf(files.records, new Map([...sharedTwins, ...(twins ?? [])]));
  const lists = queue.openSqlite(files.lists);
  const remembered = memory.openSqlite(files.memory);
  const opened: Queue<unknown>[] = [];
  return {
    /** Opens one of the lists, which is closed with the folder. */
    list: <T>(options: QueueOptions<T>): Queue<T> => {
      const list = queue.sqliteQueue(lists, { ...options, onError });
      opened.push(list);
      return list;
    },
    store: memory.sqliteStore(remembered, { window }),
    archive: memory.sqliteArchive(remembered),
    recall: recallIndex(memory.sqlitePostings(remembered)),
    records,
    session: files.session,
    /** The files of lists and of memory, for whoever moves them as they are. */
    databases: { lists, memory: remembered },
    close: async () => {
      await Promise.all(opened.map((list) => list.close()));
      lists.close();
      remembered.close();
      records.close();
    },
  };
}

function recordsOf(path: string, scripts: ReadonlyMap<string, ScriptTwin>): Records {
  try {
    return openRecords(path, { scripts });
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    throw new Error(`The file ${path} is damaged: put a copy of the folder in its place.`, {
      cause,
    });
  }
}
