import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../files.ts";

/**
 * Every package's `prepack`. pnpm writes a manifest that strangers can read; npm packs `workspace:` and `catalog:` as they
 * stand. So under npm the manifest is replaced by the one that pnpm would pack, and `postpack` puts it back.
 */
if (!process.env["npm_config_user_agent"]?.startsWith("pnpm")) {
  copyFileSync("package.json", "package.json.kept");
  const folder = mkdtempSync(join(tmpdir(), "tgmem-pack-"));
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tarball = join(folder, "package.tgz");
  execFileSync(
    "npx",
    ["--yes", packageManager, "pack", "--out", tarball, "--config.ignore-scripts=true"],
    { stdio: "ignore" },
  );
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
  copyFileSync(join(folder, "package/package.json"), "package.json");
  rmSync(folder, { recursive: true });
}
