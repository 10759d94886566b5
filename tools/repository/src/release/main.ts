import { execFileSync } from "node:child_process";
import { root } from "../files.ts";
import { published } from "../packages.ts";
import { release } from "./release.ts";
import { NoRepository } from "./repository.ts";

/** `pnpm release`. */
try {
  await release({
    root,
    packages: published,
    run: async (script) => {
      execFileSync("pnpm", ["run", script], { cwd: root, stdio: "inherit" });
    },
  });
} catch (error) {
  if (!(error instanceof NoRepository)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
