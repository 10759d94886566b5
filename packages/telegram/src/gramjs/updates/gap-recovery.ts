import { Api } from "telegram";
import { TelegramError } from "../../errors.ts";
import type { Call } from "../calls.ts";
import { pause } from "../deadline.ts";
import type { TelegramEvent } from "../options.ts";
import type { UpdateState } from "../session/session-file.ts";
import { messageIn } from "./to-incoming.ts";

export interface GapRecoveryOptions {
  readonly call: Call;
  readonly state: UpdateState;
  /** Called after everything up to this state was delivered. */
  readonly checkpoint: (state: UpdateState) => void;
  /** Rejects only when it is to be given up for good. */
  readonly deliver: (message: Api.TypeMessage) => Promise<void>;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * The client neither notices a gap in the updates nor asks for what it missed. Telegram counts the events of an account
 * (`pts`); an update says which it is, and the difference between two counts can be asked for.
 * Calls must not overlap: whoever uses this runs them one after another.
 */
export class GapRecovery {
  readonly #options: GapRecoveryOptions;
  #state: UpdateState;

  constructor(options: GapRecoveryOptions) {
    this.#options = options;
    this.#state = options.state;
  }

  get pts(): number {
    return this.#state.pts;
  }

  /** Delivers what the update carries, or everything that is missing before it, or nothing if it is known. */
  async apply(update: Api.TypeUpdate | Api.TypeUpdates): Promise<void> {
    const counted = countOf(update);
    if (counted) {
      const expected = this.#state.pts + counted.ptsCount;
      if (expected > counted.pts) return;
      // The difference holds this update too.
      if (expected < counted.pts) return this.catchUp("gap");
    }
    const message = messageIn(update);
    if (message) await this.#options.deliver(message);
    if (counted) this.#checkpoint({ ...this.#state, pts: counted.pts });
  }

  /** Asks for what is missing until nothing is; keeps asking while Telegram does not answer. */
  async catchUp(reason: string): Promise<void> {
    const { signal } = this.#options;
    let messages = 0;
    for (;;) {
      const difference = await this.#difference();
      signal.throwIfAborted();
      if (difference instanceof Api.updates.DifferenceEmpty) {
        this.#state = { ...this.#state, date: difference.date };
        break;
      }
      if (difference instanceof Api.updates.DifferenceTooLong) {
        this.#options.onEvent({ type: "lost", reason: "too many updates were missed" });
        this.#checkpoint({ ...this.#state, pts: difference.pts });
        continue;
      }
      for (const message of difference.newMessages) await this.#options.deliver(message);
      for (const update of difference.otherUpdates) await this.#deliverOther(update);
      messages += difference.newMessages.length;
      const isSlice = difference instanceof Api.updates.DifferenceSlice;
      this.#checkpoint(toState(isSlice ? difference.intermediateState : difference.state));
      if (!isSlice) break;
    }
    if (messages > 0) this.#options.onEvent({ type: "recovered", reason, messages });
  }

  async #deliverOther(update: Api.TypeUpdate): Promise<void> {
    const message = messageIn(update);
    if (message) await this.#options.deliver(message);
  }

  async #difference(): Promise<Api.updates.TypeDifference> {
    const { call, signal, onEvent } = this.#options;
    for (let attempt = 0; ; attempt++) {
      try {
        const request = new Api.updates.GetDifference(this.#state);
        return await call(request, { what: "Asking for missed updates", signal });
      } catch (error) {
        if (!(error instanceof TelegramError) || error.policy === "stop-account" || signal.aborted)
          throw error;
        if (error.code === "refused") await this.#startOver();
        const delayMs = error.retryAfterMs ?? Math.min(30_000, 1_000 * 2 ** attempt);
        onEvent({ type: "delayed", what: "difference", delayMs, error });
        await pause(delayMs, signal);
      }
    }
  }

  /** Telegram does not know our place in its log any more. */
  async #startOver(): Promise<void> {
    const { call, signal, onEvent } = this.#options;
    onEvent({ type: "lost", reason: "the saved state of the updates was refused" });
    const request = new Api.updates.GetState();
    const state = await call(request, {
      what: "Asking for the state of the updates",
      signal,
    }).catch(() => undefined);
    if (state) this.#checkpoint(toState(state));
  }

  #checkpoint(state: UpdateState): void {
    this.#state = state;
    this.#options.checkpoint(state);
  }
}

export const toState = ({ pts, qts, date }: Api.updates.State): UpdateState => ({ pts, qts, date });

/** Channels count for themselves. */
function countOf(
  update: object & { className?: string },
): { readonly pts: number; readonly ptsCount: number } | undefined {
  const {
    pts,
    ptsCount,
    className = "",
  } = update as { pts?: number; ptsCount?: number; className?: string };
  return pts === undefined || ptsCount === undefined || className.includes("Channel")
    ? undefined
    : { pts, ptsCount };
}
