import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The path of a file for the memory of one test. */
export async function memoryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-example-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "memory.sqlite");
}
