import type { TelegramClient } from "telegram";
import { UpdateConnectionState } from "telegram/network/index.js";
import { TelegramError } from "../../errors.ts";

/** What the connection to Telegram is doing, as the client sees it. */
export class ConnectionMonitor {
  /** Aborted, with the error, when Telegram has forgotten the auth key: the client would wait for ever. */
  readonly broken: AbortSignal;
  readonly #broken = new AbortController();
  readonly #now: () => number;
  #isUp = false;
  #upSinceMs = 0;
  #lastTriedAtMs: number;
  #onChange: (isUp: boolean) => void = () => {};
  readonly #waiting = new Set<() => void>();

  constructor(now: () => number = Date.now) {
    this.broken = this.#broken.signal;
    this.#now = now;
    this.#lastTriedAtMs = now();
  }

  get isUp(): boolean {
    return this.#isUp && !this.broken.aborted;
  }

  get lastTriedAtMs(): number {
    return this.#lastTriedAtMs;
  }

  /** Up, and without a break since then. */
  isUpSince(timeMs: number): boolean {
    return this.isUp && this.#upSinceMs <= timeMs;
  }

  /** Resolves at once when it is up, or when it comes up. */
  async whenUp(): Promise<void> {
    if (!this.isUp) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  onChange(listener: (isUp: boolean) => void): void {
    this.#onChange = listener;
  }

  tries(): void {
    this.#lastTriedAtMs = this.#now();
  }

  /**
   * Hears the client's states at their source: its events wait behind a call of its own, which is never answered once
   * the auth key is forgotten.
   */
  follow(api: TelegramClient): void {
    let sender: unknown;
    Object.defineProperty(api, "_sender", {
      get: () => sender,
      set: (next: unknown) => {
        sender = next;
        if (hasUpdates(next)) this.#tap(next);
      },
    });
  }

  #tap(sender: { _updateCallback: (client: unknown, update: unknown) => void }): void {
    const passOn = sender["_updateCallback"];
    sender["_updateCallback"] = (client, update) => {
      if (update instanceof UpdateConnectionState) this.#become(update.state);
      passOn(client, update);
    };
  }

  #become(state: number): void {
    if (state === UpdateConnectionState.broken) {
      const message =
        "Telegram has forgotten this log-in: remove the session file and log in again.";
      this.#broken.abort(new TelegramError("account_stopped", message, { policy: "stop_account" }));
      return;
    }
    const isUp = state === UpdateConnectionState.connected;
    // It says "connected" with every keep-alive.
    if (isUp === this.#isUp) return;
    if (isUp) this.#upSinceMs = this.#now();
    this.#isUp = isUp;
    this.#onChange(isUp);
    if (!isUp) return;
    for (const resume of this.#waiting) resume();
    this.#waiting.clear();
  }
}

const hasUpdates = (
  value: unknown,
): value is { _updateCallback: (client: unknown, update: unknown) => void } =>
  typeof value === "object" && value !== null && "_updateCallback" in value;
