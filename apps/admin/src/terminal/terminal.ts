/** The variables of the processes, as they were given. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Where a command was given, and what it prints to. */
export interface Terminal {
  readonly env: Env;
  /** The folder of the bot that is meant; undefined = the one of `REDIS_URL`. */
  readonly data?: string | undefined;
  /** Prints a line of the answer. */
  readonly print: (line: string) => void;
  /** Prints a line beside the answer, which is no part of it in a pipe. */
  readonly note: (line: string) => void;
  /** Takes away what was printed, for an answer that is written anew. */
  readonly clear: () => void;
  /** Columns of the terminal; `Infinity` where there is none, as in a pipe. */
  readonly width: number;
  /** Whether somebody watches. */
  readonly isLive: boolean;
  /** Asks whether something may be done that cannot be undone. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Keeps how the command ended: its exit code. */
  readonly end: (code: number) => void;
}
