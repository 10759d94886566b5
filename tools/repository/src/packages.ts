import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesOf, root } from "./files.ts";

/** What we look at in a package.json. */
export interface Manifest {
  readonly [field: string]: unknown;
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

export interface Package {
  /** The folder, from the root. */
  readonly home: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace; the root is none. */
export const packages: readonly Package[] = filesOf("*/package.json").map((path) => ({
  home: dirname(path),
  manifest: JSON.parse(readFileSync(join(root, path), "utf8")),
}));

/** The packages that go to the registry. */
export const published: readonly Package[] = packages.filter(({ manifest }) => !manifest.private);
