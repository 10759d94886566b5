import type { RunningProcess } from "./start-process.ts";

/** Pino's number for a warning; errors have higher ones. */
const warning = 40;

/** Gives what a process has logged as a warning or as worse, in its order. */
export const troubleIn = ({ output }: Pick<RunningProcess, "output">): string[] =>
  output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level >= warning)
    .map(({ msg }) => msg);
