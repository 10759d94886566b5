import type { Api } from "telegram";
import type { Call } from "../client/calls.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { FileSession } from "../session/file-session.ts";
import type { UpdateState } from "../session/session-file.ts";
import { askAccount, startOver } from "./account-log.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { GapRecovery } from "./gap-recovery.ts";
import type { MessagePath } from "./message-path.ts";
import { SerialQueue } from "./serial-queue.ts";
import { type Counted, shortWriterOf } from "./update-content.ts";
import { Watermark } from "./watermark.ts";

export interface AccountUpdatesOptions {
  readonly call: Call;
  readonly session: Pick<FileSession, "checkpoint">;
  readonly state: UpdateState;
  readonly deliver: MessagePath["admit"];
  /** Takes updates that belong to the log of a channel, and says whether it did. */
  readonly passOn: (update: Api.TypeUpdate) => boolean;
  /** Whether Telegram has told who that is; a short form of an update does not. */
  readonly isKnown: (userId: string) => boolean;
  /** Whether there is a connection. */
  readonly isUp: () => boolean;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly checkpoints: Pick<Checkpoints, "keep">;
  readonly signal: AbortSignal;
}

/** Updates that wait for a slow handler. Above that they are dropped, and asked for later. */
const inboxLimit = 500;

/** Takes the updates of the account's own log one after the other, and asks for those that are missing. */
export class AccountUpdates {
  readonly #recovery: GapRecovery<UpdateState>;
  readonly #inbox: SerialQueue;
  readonly #signal: AbortSignal;
  #isBehind = false;

  constructor(options: AccountUpdatesOptions) {
    const { call, session, state, deliver, passOn, isKnown, isUp, onEvent } = options;
    const { checkpoints, onError, signal } = options;
    const log: Watermark<UpdateState> = new Watermark((next) =>
      checkpoints.keep(log, () => session.checkpoint(next)),
    );
    this.#recovery = new GapRecovery<UpdateState>({
      state,
      ask: (from) => askAccount(from, { call, onEvent, signal }),
      startOver: (from) => startOver(from, { call, onEvent, signal }),
      checkpoint: (next) => log.mark(next),
      deliver: (content) => deliver(content, log),
      passOn,
      isComplete(update) {
        const writer = shortWriterOf(update);
        return writer === undefined || isKnown(writer);
      },
      isUp,
      onEvent,
      signal,
    });
    this.#inbox = new SerialQueue(onError);
    this.#signal = signal;
  }

  take(update: Api.TypeUpdate | Api.TypeUpdates): void {
    if (this.#inbox.waiting >= inboxLimit) this.catchUp("slow handler");
    else this.#enqueue(() => this.#recovery.apply(update));
  }

  /** Takes in what a call of this log-in has made. */
  made(counted: Counted): void {
    this.#recovery.made(counted);
    this.#enqueue(async () => this.#recovery.passMade());
  }

  /** Asks for all that is missing, once for all who want it before it begins. */
  catchUp(reason: string): void {
    if (this.#isBehind) return;
    this.#isBehind = true;
    this.#enqueue(() => {
      this.#isBehind = false;
      return this.#recovery.catchUp(reason);
    });
  }

  #enqueue(task: () => Promise<unknown>): void {
    void this.#inbox.run(async () => {
      if (!this.#signal.aborted) await task();
    });
  }
}
