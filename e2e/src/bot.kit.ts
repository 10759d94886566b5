import type { InboundMessage, OutboundMessage } from "@tgmem/contracts";
import type { OpenRouterServer } from "@tgmem/openrouter-test-server";
import type { RunningProcess, RunResult } from "@tgmem/processes";
import type { Queue } from "@tgmem/queue";
import type { TelegramServer } from "@tgmem/telegram-test-server";
import type { TestEngine } from "@tgmem/testbed";

/** What does a part of the bot's work. */
export type Part = "receiver" | "consumer" | "worker" | "sender";

export const parts: readonly Part[] = ["worker", "consumer", "sender", "receiver"];

export type Variables = Readonly<Record<string, string>>;

/** The bot in one of its shapes, in a world of its own, as people and operators meet it. */
export interface Bot {
  readonly telegram: TelegramServer;
  readonly model: OpenRouterServer;
  readonly inbound: Queue<InboundMessage>;
  readonly outbound: Queue<OutboundMessage>;
  /** What runs the work of its worker; undefined where that is its own process. */
  readonly engine: Pick<TestEngine, "boot" | "kill"> | undefined;
  /** The names of its processes, as operators read them. */
  readonly processes: readonly string[];
  /** What it says while there is no room for what it keeps. */
  readonly fullSays: string;
  /** Starts the process of this part, by default with the variables of before; resolves when it says that it has started. */
  start(part: Part, variables?: Variables): Promise<void>;
  /** The same for all of it. */
  startAll(variables?: Variables): Promise<void>;
  /** Gives the newest process of this part. */
  process(part: Part): RunningProcess;
  /** Sends the signal to the process of this part, and resolves with its exit code, or with null when the signal ended it. */
  stop(part: Part, signal: NodeJS.Signals): Promise<number | null>;
  /** The same for all processes. */
  stopAll(signal: NodeJS.Signals): Promise<readonly (number | null)[]>;
  /** Kills the processes of these parts, and starts them again with the same variables. */
  restart(...of: readonly Part[]): Promise<void>;
  /** Leaves no room for what it keeps, until the returned function is called; undefined where that may not be done. */
  readonly fill: (() => Promise<() => unknown>) | undefined;
  /** Runs a command of the operator to its end. */
  tgmem(...args: readonly string[]): Promise<RunResult>;
  /** Gives everything that it keeps, as one text to search. */
  texts(): Promise<string>;
  /** What all its processes have printed so far, the dead ones too. */
  output(): string;
  close(): Promise<void>;
}

/** What every test needs: each message is answered by itself, as soon as it can be. */
export const quick = { MERGE_WINDOW_MS: "0", SEND_PER_SECOND: "1000", SEND_CHAT_INTERVAL_MS: "0" };
