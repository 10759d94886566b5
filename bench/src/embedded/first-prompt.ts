import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { argumentsOf, dieWithUs, root } from "../apps/app-process.ts";

const ctrlC = "\u0003";
/** The program of util-linux, which gives a command a terminal. */
const withTerminal = "script";

/** Starts `pnpm chat` in a terminal of its own. Gives the ms until it asks for a line. */
export async function firstPromptMs(folder: string): Promise<number> {
  const words = [process.execPath, ...argumentsOf("chat"), "--data", join(folder, "terminal")];
  const command = words.map((word) => `'${word}'`).join(" ");
  const startedAt = performance.now();
  const child = spawn(withTerminal, ["-qec", command, "/dev/null"], {
    cwd: root,
    env: { PATH: process.env["PATH"] },
    stdio: ["pipe", "pipe", "inherit"],
  });
  dieWithUs(child);
  const closed = once(child, "close");
  let output = "";
  for await (const piece of child.stdout) {
    output += String(piece);
    if (output.includes("you> ")) break;
  }
  const ms = performance.now() - startedAt;
  if (!output.includes("you> ")) throw new Error(`pnpm chat ended without a prompt:\n${output}`);
  child.stdin.write(ctrlC);
  await closed;
  return ms;
}
