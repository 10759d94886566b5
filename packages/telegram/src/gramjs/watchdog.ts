import { Api, type TelegramClient } from "telegram";
import { Raw } from "telegram/events/index.js";
import { UpdateConnectionState } from "telegram/network/index.js";
import { TelegramError } from "../errors.ts";
import type { Call } from "./calls.ts";
import type { TelegramEvent } from "./options.ts";

export interface WatchdogOptions {
  readonly api: TelegramClient;
  readonly call: Call;
  readonly intervalMs: number;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly onFatal: (error: TelegramError) => void;
}

export interface Watchdog {
  lastAnswerAtMs(): number;
  stop(): void;
}

const answerMs = 15_000;
/** Silence of that many questions is the end: a client can look alive and never work again. */
const patience = 3;

/** Notices what the client hides: a log-in that was revoked or forgotten, and silence. */
export function startWatchdog({
  api,
  call,
  intervalMs,
  onEvent,
  onFatal,
}: WatchdogOptions): Watchdog {
  let lastAnswerAtMs = Date.now();
  let silences = 0;
  let asking = false;
  let isUp = true;

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      await call(new Api.updates.GetState(), {
        what: "Asking whether the log-in is good",
        ms: answerMs,
      });
      lastAnswerAtMs = Date.now();
      silences = 0;
    } catch (error) {
      if (error instanceof TelegramError) judge(error);
    }
    asking = false;
  }

  function judge(error: TelegramError): void {
    if (error.policy === "stop-account") onFatal(error);
    else if (error.code === "timeout" && ++silences >= patience)
      onFatal(
        new TelegramError(
          "unavailable",
          `Telegram has not answered ${patience} times: start again.`,
          { policy: "retry", cause: error },
        ),
      );
  }

  function onState(update: unknown): void {
    if (!(update instanceof UpdateConnectionState)) return;
    if (update.state === UpdateConnectionState.broken) {
      const message =
        "Telegram has forgotten this log-in: remove the session file and log in again.";
      onFatal(new TelegramError("account_stopped", message, { policy: "stop-account" }));
      return;
    }
    const nowUp = update.state === UpdateConnectionState.connected;
    if (nowUp !== isUp) onEvent({ type: nowUp ? "connected" : "disconnected" });
    isUp = nowUp;
  }

  const event = new Raw({});
  api.addEventHandler(onState, event);
  const timer = setInterval(() => void ask(), intervalMs);
  return {
    lastAnswerAtMs: () => lastAnswerAtMs,
    stop() {
      clearInterval(timer);
      api.removeEventHandler(onState, event);
    },
  };
}
