import { statfsSync, statSync } from "node:fs";
import { filesOf } from "./files.ts";

/** Where less is free, the lists are about to refuse what comes, and a `/forget` finds no room for the file that it writes anew. */
const shortBytes = 100 * 1_024 * 1_024;

/** Tells how much a bot keeps in its folder, and how much room is left for it. */
export function roomOf(folder: string) {
  const { lists, memory, records } = filesOf(folder);
  const usedBytes = [lists, memory, records]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  return { usedBytes, freeBytes, isShort: freeBytes < shortBytes };
}
