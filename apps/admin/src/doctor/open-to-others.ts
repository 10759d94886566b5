import { statSync } from "node:fs";

/** Gives the mode of a file that others than its owner may read or write; undefined = nobody else may, or there is none. */
export function openToOthers(path: string): string | undefined {
  const mode = (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  return (mode & 0o077) === 0 ? undefined : mode.toString(8);
}
