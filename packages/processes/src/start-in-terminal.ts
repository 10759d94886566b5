import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { dieWithUs } from "./die-with-us.ts";
import { flags, variables } from "./program-of-ours.ts";
import type { StartOptions } from "./start-process.ts";
import { until } from "./until.ts";

/** The program of util-linux, which gives a command a terminal. */
const withTerminal = "script";

/** What a person types to end a program. */
export const ctrlC = "\u0003";

/** A program of ours that runs in a terminal of its own. */
export interface ProcessInTerminal {
  /** Gives everything that the terminal has shown until now. */
  readonly output: () => string;
  /** Resolves when it has shown this text so often. @default 1 */
  readonly shows: (text: string, times?: number) => Promise<unknown>;
  readonly types: (text: string) => void;
  /** Resolves with the exit code when the program has ended. */
  readonly exit: Promise<number | null>;
}

/** Starts a program of ours as `startProcess` does, in a terminal of its own. */
export function startInTerminal(
  main: URL,
  { args = [], env = {} }: Pick<StartOptions, "args" | "env"> = {},
): ProcessInTerminal {
  const command = [process.execPath, ...flags, fileURLToPath(main), ...args];
  const quoted = command.map((word) => `'${word}'`).join(" ");
  const child = spawn(withTerminal, ["-qec", quoted, "/dev/null"], {
    env: variables(env),
    stdio: ["pipe", "pipe", "inherit"],
  });
  dieWithUs(child);
  let output = "";
  child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
  return {
    output: () => output,
    shows: (text, times = 1) =>
      until(() => output.split(text).length > times, { what: `${text} in ${output}` }),
    types: (text) => void child.stdin.write(text),
    exit: once(child, "close").then(() => child.exitCode),
  };
}
