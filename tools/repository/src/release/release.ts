import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Package } from "../packages.ts";
import { repositoryOf, withRepository } from "./repository.ts";

export interface ReleaseOptions {
  /** The root of the workspace. */
  readonly root: string;
  readonly packages: readonly Package[];
  /** Runs a script of the root's package.json, and rejects when it fails. */
  readonly run: (script: string) => Promise<void>;
}

/**
 * Builds and checks all packages, then publishes those whose version the registry does not have. While it runs, their
 * manifests name the repository; afterwards they are as they were.
 * @throws NoRepository before anything is done, while the root names no public address.
 */
export async function release({ root, packages, run }: ReleaseOptions): Promise<void> {
  const url = repositoryOf(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
  const files = packages.map(({ home }) => join(root, home, "package.json"));
  const before = await Promise.all(files.map((file) => readFile(file, "utf8")));
  try {
    for (const [at, { home, manifest }] of packages.entries())
      await writeFile(files[at] ?? "", toText(withRepository(manifest, home, url)));
    await run("build");
    await run("pack:check");
    await run("publish:packages");
  } finally {
    for (const [at, text] of before.entries()) await writeFile(files[at] ?? "", text);
  }
}

const toText = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;
