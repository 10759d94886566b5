import { CommanderError } from "@commander-js/extra-typings";
import { EnvError } from "@tgmem/service";
import { createProgram } from "./commands/program.ts";
import { wordsOf } from "./system/words-of.ts";
import { printable } from "./terminal/printable.ts";
import type { Terminal } from "./terminal/terminal.ts";

const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
// Whoever reads a pipe, such as `head`, may have enough.
process.stdout.on("error", () => process.exit());

const terminal: Terminal = {
  env: process.env,
  print: (line) => void process.stdout.write(`${printable(line)}\n`),
  note: (line) => void process.stderr.write(`${printable(line)}\n`),
  // The cursor goes to the beginning, and what stands behind it is erased.
  clear: () => void process.stdout.write("\u001B[H\u001B[2J"),
  width: process.stdout.columns ?? Infinity,
  isLive: process.stdout.isTTY,
  confirm: async (question) => (await import("./terminal/confirm.ts")).confirmInTerminal(question),
  signal: stopped.signal,
  end: (code) => void (process.exitCode = code),
};

const program = createProgram(terminal);
// `pnpm tgmem -- --help` passes the dashes on.
const given = process.argv.slice(process.argv[2] === "--" ? 3 : 2);
try {
  if (given.length === 0) program.outputHelp();
  else await program.parseAsync(given, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else {
    terminal.note(`tgmem: ${reasonOf(error)}`);
    process.exitCode = error instanceof CommanderError || error instanceof EnvError ? 2 : 1;
  }
}

function reasonOf(error: unknown): string {
  if (stopped.signal.aborted) return "stopped before it was done.";
  if (!(error instanceof CommanderError)) return wordsOf(error);
  if (error.code === "commander.help") return "Which command? Add --help to see them.";
  return error.message.replace(/^error: /, "").replaceAll(/\n+/g, " ");
}
