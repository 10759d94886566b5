import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** The repository's own folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Paths, from the root, of the files that git knows or would take in and that match any of the patterns of git
 * (`*` crosses folders). What git ignores is nobody's text.
 */
export function filesOf(...patterns: readonly string[]): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", ...patterns],
    { cwd: root, encoding: "utf8" },
  );
  return listed
    .split("\n")
    .filter((path) => path !== "" && existsSync(join(root, path)))
    .toSorted();
}
