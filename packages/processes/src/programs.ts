import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The folders of a PATH, by default this process's, in the order in which a shell looks into them. */
export const foldersOnPath = (path = process.env["PATH"] ?? ""): string[] =>
  path.split(delimiter).filter(Boolean);

/** The first folder that holds all of these programs, or null. It looks on the PATH unless it is given other folders. */
export function folderOfPrograms(
  programs: readonly string[],
  folders: readonly string[] = foldersOnPath(),
): string | null {
  return (
    folders.find((folder) => programs.every((program) => isExecutable(join(folder, program)))) ??
    null
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
