import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this package, in which go.mod is. */
export const moduleFolder = join(import.meta.dirname, "..");

/** Gives the version of the engine that go.mod pins. */
export function engineVersion(goMod = readFileSync(join(moduleFolder, "go.mod"), "utf8")): string {
  const version = /^\s*(?:require )?github\.com\/hatchet-dev\/hatchet (v\S+)/m.exec(goMod)?.[1];
  if (version === undefined)
    throw new Error("go.mod does not require github.com/hatchet-dev/hatchet.");
  return version;
}
