import { CommanderError } from "@commander-js/extra-typings";
import { EnvError } from "@tgmem/service";
import { createProgram } from "./commands/program.ts";
import type { Terminal } from "./terminal.ts";

const stopped = new AbortController();
process.once("SIGINT", () => stopped.abort());
// Whoever reads a pipe, such as `head`, may have enough.
process.stdout.on("error", () => process.exit());

const terminal: Terminal = {
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  width: process.stdout.columns ?? Infinity,
  isLive: process.stdout.isTTY,
  confirm: async (question) => (await import("./confirm.ts")).confirmInTerminal(question),
  signal: stopped.signal,
  end: (code) => void (process.exitCode = code),
};

const program = createProgram(terminal);
const given = process.argv.slice(2);
try {
  if (given.length === 0) program.outputHelp();
  else await program.parseAsync(given, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else {
    process.stderr.write(`tgmem: ${reasonOf(error)}\n`);
    process.exitCode = error instanceof CommanderError || error instanceof EnvError ? 2 : 1;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof CommanderError)) return error.message;
  if (error.code === "commander.help") return "Which command? Add --help to see them.";
  return error.message.replace(/^error: /, "").replaceAll(/\n+/g, " ");
}
