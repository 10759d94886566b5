import { readFileSync } from "node:fs";

/** Every package's `prepublishOnly`: whoever publishes in another way than by `pnpm release` is stopped here. */
const { name, repository } = JSON.parse(readFileSync("package.json", "utf8"));
const dryRun = process.env["npm_config_dry_run"] === "true";
if (!repository && !dryRun) {
  console.error(`${name} names no repository: publish with \`pnpm release\` in the root.`);
  process.exitCode = 1;
}
