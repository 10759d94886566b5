import { spawn } from "node:child_process";
import { dieWithUs } from "@tgmem/processes";

/** Keeps a core busy until this process ends, as a neighbour on the machine does. */
export function startBusyLoop(): void {
  dieWithUs(spawn(process.execPath, ["--eval", "for (;;);"], { stdio: "ignore" }));
}
