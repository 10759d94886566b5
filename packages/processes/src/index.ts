// programs
export { type CommandOptions, type CommandResult, lastLines, runCommand } from "./command.ts";
export { dieWithUs } from "./die-with-us.ts";
export { folderOfPrograms, foldersOnPath } from "./programs.ts";
// programs of ours, from their sources
export { runProcess, type RunResult } from "./run-process.ts";
export { troubleIn } from "./trouble-in.ts";
export { type RunningProcess, startProcess, type StartOptions } from "./start-process.ts";
export { ctrlC, type ProcessInTerminal, startInTerminal } from "./start-in-terminal.ts";
// ports and waits
export { freePort, freePorts, isPortFree } from "./ports.ts";
export { until, type UntilOptions } from "./until.ts";
