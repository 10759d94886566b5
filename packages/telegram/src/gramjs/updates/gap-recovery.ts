import type { Api } from "telegram";
import { TelegramError } from "../../errors.ts";
import { backoffMs } from "../../backoff.ts";
import { pause } from "../../deadline.ts";
import type { TelegramEvent } from "../client/options.ts";
import { type Content, contentOf, type Counted, countOf } from "./update-content.ts";

/** What Telegram answers when it is asked for what came after a state. */
export interface Difference<S> {
  /** Where everything given here has led to. */
  readonly state: S;
  readonly messages: readonly Api.TypeMessage[];
  readonly updates: readonly Api.TypeUpdate[];
  readonly isLast: boolean;
  /** Why something is missing of it for good. */
  readonly lost?: string;
}

export interface GapRecoveryOptions<S> {
  readonly state: S;
  readonly ask: (state: S) => Promise<Difference<S>>;
  /** Telegram will not answer this question, now or later: where to begin anew, or undefined to give it up. */
  readonly startOver: (state: S, error: TelegramError) => Promise<S | undefined>;
  /** Called when everything up to this state has been delivered. */
  readonly checkpoint: (state: S) => void;
  /** Resolves when it is taken in. Rejects only when it is to be given up for good. */
  readonly deliver: (content: Content) => Promise<void>;
  /** An update of another log that came in the answer. */
  readonly passOn: (update: Api.TypeUpdate) => boolean;
  /** Whether the update tells all that has to be known; else it is asked for, as if it were missing. */
  readonly isComplete?: (update: Api.TypeUpdate | Api.TypeUpdates) => boolean;
  /** Whether there is a connection; without one a question waits for it, and is asked as soon as it is back. */
  readonly isUp: () => boolean;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly signal: AbortSignal;
}

const retries = { baseMs: 1_000, maxMs: 30_000 };
const permanent: ReadonlySet<string> = new Set(["chat_refused", "peer_unknown"]);
/** The result of a call may come a moment behind an update that stands after what the call has made. */
const resultWaitMs = 20;
/** An answer that nobody knows may pass; only after this long it is taken for good, and what was missed for lost. */
const longestRefusedMs = 300_000;

/**
 * The client neither notices a gap in the updates nor asks for what it missed. Telegram counts the events of an account,
 * and those of each channel (`pts`); an update says which it is, and the difference between two counts can be asked for.
 * Calls must not overlap: whoever uses this runs them one after another.
 */
export class GapRecovery<S extends { readonly pts: number }> {
  readonly #options: GapRecoveryOptions<S>;
  /** What calls of this log-in have made, by the count before it: nobody else tells of it. */
  readonly #made = new Map<number, Counted>();
  #makes = false;
  #state: S;

  constructor(options: GapRecoveryOptions<S>) {
    this.#options = options;
    this.#state = options.state;
  }

  /** Delivers what the update carries, or everything that is missing before it, or nothing if it is known. */
  async apply(update: Api.TypeUpdate | Api.TypeUpdates): Promise<void> {
    const counted = countOf(update);
    if (counted) {
      await this.#waitForMade(counted);
      const expected = this.#state.pts + counted.ptsCount;
      if (expected > counted.pts) return;
      const isComplete = this.#options.isComplete?.(update) !== false;
      if (expected < counted.pts || !isComplete) {
        // The difference holds this update too, unless something was lost.
        if (await this.catchUp(isComplete ? "gap" : "unknown writer")) return;
        return this.#deliver(update);
      }
    }
    await this.#deliver(update);
    if (counted) this.#reach({ ...this.#state, pts: counted.pts });
  }

  /** Notes what a call of this log-in has made. It may be called at any time. */
  made(counted: Counted): void {
    this.#makes = true;
    if (counted.ptsCount > 0 && counted.pts > this.#state.pts)
      this.#made.set(counted.pts - counted.ptsCount, counted);
  }

  /** Goes on behind what was made, as far as nothing is missing before it. */
  passMade(): void {
    let { pts } = this.#state;
    for (let next = this.#made.get(pts); next; next = this.#made.get(pts)) ({ pts } = next);
    if (pts > this.#state.pts) this.#reach({ ...this.#state, pts });
  }

  /** Gives the results of calls a moment when something is missing before an update. */
  async #waitForMade({ pts, ptsCount }: Counted): Promise<void> {
    const isMissing = () => this.#state.pts + ptsCount < pts;
    this.passMade();
    if (!this.#makes || !isMissing()) return;
    await pause(resultWaitMs, { signal: this.#options.signal });
    this.passMade();
  }

  async #deliver(update: Api.TypeUpdate | Api.TypeUpdates): Promise<void> {
    const content = contentOf(update);
    if (content) await this.#options.deliver(content);
  }

  /**
   * Asks for what is missing until nothing is; keeps asking while Telegram does not answer. Resolves with whether all of it
   * was there.
   */
  async catchUp(reason: string): Promise<boolean> {
    const { signal, deliver, passOn, onEvent } = this.#options;
    let isWhole = true;
    let messages = 0;
    for (;;) {
      const difference = await this.#ask(() => (isWhole = false));
      signal.throwIfAborted();
      if (!difference) break;
      if (difference.lost !== undefined) {
        isWhole = false;
        onEvent({ type: "lost", reason: difference.lost });
      }
      for (const message of difference.messages) await deliver({ message, isEdit: false });
      for (const update of difference.updates) {
        const content = passOn(update) ? undefined : contentOf(update);
        if (content) await deliver(content);
      }
      messages += difference.messages.length;
      this.#reach(difference.state);
      if (difference.isLast) break;
    }
    if (messages > 0) onEvent({ type: "recovered", reason, messages });
    return isWhole;
  }

  /** Calls `onStartOver` where something is skipped. */
  async #ask(onStartOver: () => void): Promise<Difference<S> | undefined> {
    const { ask, startOver, isUp, signal, onEvent } = this.#options;
    const patientUntil = performance.now() + longestRefusedMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(this.#state);
      } catch (error) {
        if (!(error instanceof TelegramError) || error.policy === "stop_account" || signal.aborted)
          throw error;
        if (error.code === "timeout" && !isUp()) {
          attempt = 0;
          continue;
        }
        const isRefused = error.code === "refused" && performance.now() >= patientUntil;
        if (permanent.has(error.code) || isRefused) {
          onStartOver();
          const state = await startOver(this.#state, error);
          if (!state) return undefined;
          this.#reach(state);
        }
        const delayMs = error.retryAfterMs ?? backoffMs(attempt, retries);
        onEvent({ type: "delayed", what: "difference", delayMs, error });
        await pause(delayMs, { signal });
      }
    }
  }

  #reach(state: S): void {
    this.#state = state;
    for (const [before, { pts }] of this.#made) if (pts <= state.pts) this.#made.delete(before);
    this.#options.checkpoint(state);
  }
}
