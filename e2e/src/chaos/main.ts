import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { dieWithUs } from "@tgmem/processes";

// Ctrl-C reaches every process of a terminal's group, Redis and the engine among them, which are needed to the end: the run is
// in a group of its own, and is told alone.
const run = fileURLToPath(new URL("run.ts", import.meta.url));
const child = spawn(process.execPath, [...process.execArgv, run, ...process.argv.slice(2)], {
  detached: true,
  stdio: "inherit",
});
dieWithUs(child);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
