import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

const pageBytes = 4_096;

/**
 * Gives the path of a copy of this Node that was written page by page. What was written in large pieces Linux may keep and map in
 * pages of 2 MB, and counts each of them whole as memory of every process that has touched it: 31 MiB more for the same
 * program, on one machine and not on the next.
 */
export async function nodeInSmallPages(folder: string): Promise<string> {
  const path = join(folder, `node-${process.version}`);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const program = await readFile(process.execPath);
  const copy = `${path}.new`;
  const file = await open(copy, "w");
  for (let from = 0; from < program.length; from += pageBytes)
    await file.write(program.subarray(from, from + pageBytes));
  await file.sync();
  await file.close();
  await chmod(copy, 0o755);
  await rename(copy, path);
  return path;
}
