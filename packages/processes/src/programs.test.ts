import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { folderOfPrograms, foldersOnPath } from "./programs.ts";

async function folderWith(...programs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-programs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const program of programs) {
    await writeFile(join(folder, program), "");
    await chmod(join(folder, program), 0o755);
  }
  return folder;
}

it("finds the first folder that holds all programs", async () => {
  const one = await folderWith("initdb");
  const first = await folderWith("initdb", "postgres");
  const second = await folderWith("initdb", "postgres");
  expect(folderOfPrograms(["initdb", "postgres"], [one, first, second])).toBe(first);
});

it("finds nothing where a program is missing, or may not be executed", async () => {
  const folder = await folderWith("initdb", "postgres");
  await chmod(join(folder, "postgres"), 0o644);
  expect(folderOfPrograms(["initdb", "postgres"], ["/nowhere", folder])).toBeNull();
});

it("looks on the PATH of this process when it is given no folders", () => {
  const folder = folderOfPrograms(["sh"]);
  expect(foldersOnPath()).toContain(folder);
});

it("leaves out what is empty in a PATH", () => {
  expect(foldersOnPath(["", "/a", "", "/b"].join(delimiter))).toEqual(["/a", "/b"]);
});
