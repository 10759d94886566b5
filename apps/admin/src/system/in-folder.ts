import { mustBeFolder, openFolder, roomOf } from "@tgmem/folder";
import { dumpChats, loadChats } from "@tgmem/memory/sqlite";
import { dumpQueue, loadQueue } from "@tgmem/queue/sqlite";
import { wholeBot } from "@tgmem/service";
import { factsInFile } from "./facts.ts";
import type { Kept, Storage } from "./kept.ts";
import { openLists } from "./lists.ts";
import type { Whole } from "./whole.ts";

interface InFolderOptions {
  readonly window: number;
}

/** Opens what a bot in one process keeps in a folder, and closes it when the work is done. Throws where no bot has made it. */
export async function inFolder<R>(
  folder: string,
  work: (kept: Kept) => Promise<R>,
  { window }: InFolderOptions,
): Promise<R> {
  mustBeFolder(folder);
  const opened = openFolder(folder, {
    window,
    // The command that asked for what could not be written says so itself.
    onError: () => {},
  });
  const { records, list, store, recall, archive, close } = opened;
  try {
    return await work({
      redis: records,
      queues: openLists(list),
      store,
      recall,
      ownArchive: archive,
      storage: async () => storageOf(folder),
      whole: wholeFolder(opened),
      expected: [wholeBot],
    });
  } finally {
    await close();
  }
}

const wholeFolder = ({ databases, records }: ReturnType<typeof openFolder>): Whole => ({
  queue: async (list) => dumpQueue(databases.lists, list),
  loadQueue: async (list, stored) => loadQueue(databases.lists, list, stored),
  async *chats() {
    yield* dumpChats(databases.memory);
  },
  loadChats: async (chats) => loadChats(databases.memory, chats),
  facts: () => factsInFile(records),
});

function storageOf(folder: string): Storage {
  const { usedBytes, freeBytes, isShort } = roomOf(folder);
  return {
    name: "SQLite",
    medium: "disk",
    version: process.versions.sqlite ?? "",
    usedBytes,
    maxBytes: usedBytes + freeBytes,
    ...(isShort && { trouble: `The disk of ${folder} is almost full: make room` }),
  };
}
