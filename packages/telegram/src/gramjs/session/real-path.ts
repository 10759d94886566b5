import { readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Follows links to the file itself, which need not be there yet: whoever replaces a link leaves its target behind, and a lock
 * beside a link locks nobody out who comes by another one. Rejects where links lead in a circle.
 */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const folder = await realpath(dirname(path));
  const target = await readlink(path).catch(() => undefined);
  return target === undefined ? join(folder, basename(path)) : realPath(resolve(folder, target));
}
