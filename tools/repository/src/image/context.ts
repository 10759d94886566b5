import { readFileSync } from "node:fs";
import { join } from "node:path";
import dockerignore from "@balena/dockerignore";
import { root } from "../files.ts";

/** Tells of a path, from the root, whether `docker build` would send it to the image. */
export function createContext(): (path: string) => boolean {
  const rules = dockerignore.default().add(readFileSync(join(root, ".dockerignore"), "utf8"));
  return (path) => !rules.ignores(path);
}
