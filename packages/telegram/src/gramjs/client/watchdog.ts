import { Api } from "telegram";
import { TelegramError } from "../../errors.ts";
import type { Call } from "./calls.ts";
import type { ConnectionMonitor } from "./connection-monitor.ts";
import { pause } from "../../deadline.ts";

export interface WatchdogOptions {
  readonly connection: Pick<ConnectionMonitor, "broken" | "isUpSince" | "lastTriedAtMs">;
  readonly call: Call;
  readonly intervalMs: number;
  /** Bounds each question; after one without an answer the next comes as soon. */
  readonly answerTimeoutMs: number;
  /** Hears each answer, which says what the time is. */
  readonly onState: (state: Api.updates.State) => void;
  /** Called once. */
  readonly onFatal: (error: TelegramError) => void;
  readonly now?: () => number;
}

/** A watch over a log-in. */
export interface Watchdog {
  /** When Telegram last answered, in ms since 1970. */
  readonly lastAnswerAtMs: () => number;
  /** False from the first question without an answer. */
  readonly isAnswered: () => boolean;
  readonly stop: () => void;
}

/** The number of unanswered questions that is the end: a client can look alive and never work again. */
const maxUnanswered = 3;

/** Notices what the client hides: a log-in that was revoked or forgotten, silence, and a client that has given up. */
export function startWatchdog({
  connection,
  call,
  intervalMs,
  answerTimeoutMs,
  onState,
  onFatal,
  now = Date.now,
}: WatchdogOptions): Watchdog {
  const stopped = new AbortController();
  let lastAnswerAtMs = now();
  let unanswered = 0;

  function end(error: TelegramError): void {
    if (stopped.signal.aborted) return;
    stopped.abort();
    onFatal(error);
  }

  async function watch(): Promise<void> {
    while (!stopped.signal.aborted) {
      await pause(unanswered > 0 ? answerTimeoutMs : intervalMs, { signal: stopped.signal });
      if (!stopped.signal.aborted) await ask();
    }
  }

  async function ask(): Promise<void> {
    const askedAtMs = now();
    try {
      const state = await call(new Api.updates.GetState(), {
        what: "Asking whether the log-in is good",
        ms: answerTimeoutMs,
        signal: stopped.signal,
      });
      onState(state);
      lastAnswerAtMs = now();
      unanswered = 0;
    } catch (error) {
      if (error instanceof TelegramError) judge(error, askedAtMs);
    }
  }

  function judge(error: TelegramError, askedAtMs: number): void {
    if (error.policy === "stop_account") end(error);
    if (error.code !== "timeout") return;
    // While the network is down it connects again by itself, as long as it tries.
    if (connection.isUpSince(askedAtMs)) unanswered++;
    else if (now() - connection.lastTriedAtMs < maxUnanswered * answerTimeoutMs) return;
    else unanswered = maxUnanswered;
    if (unanswered >= maxUnanswered) end(silent(now() - lastAnswerAtMs, error));
  }

  const onBroken = () => end(connection.broken.reason);
  connection.broken.addEventListener("abort", onBroken);
  if (connection.broken.aborted) onBroken();
  void watch();
  return {
    lastAnswerAtMs: () => lastAnswerAtMs,
    isAnswered: () => unanswered === 0,
    stop: () => {
      stopped.abort();
      connection.broken.removeEventListener("abort", onBroken);
    },
  };
}

const silent = (ms: number, cause: unknown) =>
  new TelegramError(
    "unavailable",
    `Telegram has answered nothing for ${Math.round(ms / 1_000)} s: start again.`,
    { policy: "retry", cause },
  );
