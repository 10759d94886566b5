import { mustBeFolder, openFolder, roomOf } from "@tgmem/folder";
import { wholeBot } from "@tgmem/service";
import type { Kept, Storage } from "./kept.ts";
import { openLists } from "./lists.ts";

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
  const { records, list, store, archive, close } = openFolder(folder, {
    window,
    // The command that asked for what could not be written says so itself.
    onError: () => {},
  });
  try {
    return await work({
      redis: records,
      queues: openLists(list),
      store,
      ownArchive: archive,
      storage: async () => storageOf(folder),
      expected: [wholeBot],
    });
  } finally {
    await close();
  }
}

function storageOf(folder: string): Storage {
  const { usedBytes, freeBytes, isShort } = roomOf(folder);
  return {
    name: "SQLite",
    version: process.versions.sqlite ?? "",
    usedBytes,
    maxBytes: usedBytes + freeBytes,
    ...(isShort && { trouble: `The disk of ${folder} is almost full: make room` }),
  };
}
