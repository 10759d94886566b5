import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingFrom } from "./tarball.ts";

/** `node check-tarball.ts pkg.tgz`: unpacks what would be published, and looks. */
const folder = mkdtempSync(join(tmpdir(), "tgmem-tarball-"));
try {
  execFileSync("tar", ["-xzf", process.argv[2] ?? "", "-C", folder]);
  const missing = missingFrom(join(folder, "package"));
  for (const complaint of missing) console.error(complaint);
  if (missing.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
