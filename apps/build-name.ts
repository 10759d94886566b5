import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What an app is made of, tests apart. */
const isSource = (path: string): boolean =>
  path.endsWith(".ts") && !/\.(?:test|kit)\.ts$/.test(path);

/**
 * Names the sources of all apps and packages by their content, so that operators see which processes were built from the same
 * ones. It needs no git, which an image does not have.
 */
export function buildName(root: string): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "pnpm-lock.yaml")));
  for (const group of ["apps", "packages"])
    for (const name of readdirSync(join(root, group)).toSorted()) {
      const folder = join(root, group, name, "src");
      for (const path of sourcesIn(folder))
        hash.update(path).update(readFileSync(join(folder, path)));
    }
  return hash.digest("hex").slice(0, 8);
}

function sourcesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String).filter(isSource).toSorted();
  } catch {
    return []; // A file beside the folders of apps, or a package without sources.
  }
}
