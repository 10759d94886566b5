import { existsSync, renameSync } from "node:fs";

/** Every package's `postpack`: puts back the manifest that `before-pack.ts` has replaced. */
if (existsSync("package.json.kept")) renameSync("package.json.kept", "package.json");
