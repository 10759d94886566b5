import type OpenAI from "openai";
import type { TokenUsage } from "../chat-model.ts";
import type { LlmError } from "../errors.ts";
import type { RetryStep } from "./retry-plan.ts";

/** What is used of an `OpenAI` client. Its own retries and timeout do not matter: every request overrides them. */
export type OpenAiClient = Pick<OpenAI, "baseURL" | "chat">;

/** An attempt failed, and another follows. */
export interface RetryEvent {
  readonly type: "retry";
  /** The attempt that failed; 1 is the first of the call. */
  readonly attempt: number;
  /** The model that failed. */
  readonly model: string;
  /** Why it failed. */
  readonly error: LlmError;
  /**
   * What is tried next: the same model `again`, the `next_model`, the same model `without_parameter` that it refused,
   * with `more_output`, which is twice the cap, or with `less_output`, which is the cap that the provider allows.
   */
  readonly next: RetryStep["next"];
  /** The pause before the next attempt, in ms. */
  readonly delayMs: number;
}

/** An answer was counted, perhaps one that had no text. */
export interface UsageEvent extends TokenUsage {
  readonly type: "usage";
  /** The model that answered. */
  readonly model: string;
  /** Who served the model, if OpenRouter says. */
  readonly provider?: string;
  /** The price in US dollars, if the provider says. */
  readonly cost?: number;
  /** How long the request took, in ms. */
  readonly durationMs: number;
}

/** A call failed for good: nothing was answered. */
export interface FailedEvent {
  readonly type: "failed";
  /** The model that was asked last. */
  readonly model: string;
  /** What the call rejects with. */
  readonly error: LlmError;
  /** How many requests were made; 0 = none, because every model is in trouble or the call was not well formed. */
  readonly requests: number;
  /** How long the call took, in ms. */
  readonly durationMs: number;
}

/** A model failed so often in a row that it is not asked for a while, or again after a probe. */
export interface BreakerOpenedEvent {
  readonly type: "breaker_opened";
  readonly model: string;
  /** The last failure. */
  readonly error: LlmError;
  /** How long until one request may find out whether it is over, in ms. */
  readonly openMs: number;
}

/** A model that was in trouble has answered. */
export interface BreakerClosedEvent {
  readonly type: "breaker_closed";
  readonly model: string;
}

/** What happens during a call, for an operator to count. Holds no text of a person. */
export type ChatModelEvent =
  | RetryEvent
  | UsageEvent
  | FailedEvent
  | BreakerOpenedEvent
  | BreakerClosedEvent;

/** When a model in trouble is not asked any more. */
export interface BreakerOptions {
  /** How many requests have to fail in a row by the provider's fault: by a limit, an outage, a timeout or a page. */
  readonly failures: number;
  /** How long it is not asked then, in ms; twice as long each time that the request after it fails, too. */
  readonly openMs: number;
  /** The longest such time, in ms. */
  readonly maxOpenMs: number;
}

/** Says whom `openaiChatModel` asks, and how persistently; only `model` is needed. */
export interface OpenAiChatModelOptions {
  /** The model's name. */
  readonly model: string;
  /** The models that are asked, in this order, when one is gone, too small, or out of attempts. @default [] */
  readonly fallbackModels?: readonly string[];
  /** How freely the model words its answers. @default the model's own */
  readonly temperature?: number;
  /** The cap in tokens for calls that do not name one. @default the provider's own */
  readonly maxOutputTokens?: number;
  /** How long a call that names no deadline may take over all its attempts, in ms. @default 120_000 */
  readonly deadlineMs?: number;
  /** How long one request may take, its body included, in ms; of a stream, until its first piece. @default 60_000 */
  readonly attemptTimeoutMs?: number;
  /** How long a stream may say nothing at all after its first piece, in ms. @default 30_000 */
  readonly idleTimeoutMs?: number;
  /**
   * The longest pause that a provider may ask for, in ms. When it asks for more, the next model is asked; without one, the
   * call fails, and its error has `retryAfterMs`. @default 60_000
   */
  readonly maxWaitMs?: number;
  /** An answer is cut at so many UTF-16 units. @default 100_000 */
  readonly maxChars?: number;
  /**
   * Whether the first stream of every model hands out its text at the end alone, and not only that of a model whose name says
   * that it thinks: then nobody sees what one thinks aloud that has not been heard before. @default false
   */
  readonly holdUnknown?: boolean;
  /** How often each model is asked at most. Leaving out a refused parameter is not counted. @default 3 */
  readonly maxAttempts?: number;
  /**
   * The first pause is random up to `baseMs`, each further one up to twice as much, and none is above `maxMs`, unless the
   * provider asks for more. @default { baseMs: 500, maxMs: 8_000 }
   */
  readonly backoff?: { readonly baseMs: number; readonly maxMs: number };
  /**
   * When a model in trouble is not asked any more: a call fails at once, with the code of the last failure and
   * `retryAfterMs`, or asks the next model. False = never.
   * @default { failures: 5, openMs: 5_000, maxOpenMs: 30_000 }
   */
  readonly breaker?: BreakerOptions | false;
  /**
   * How many retries a call earns, so that they do not multiply the requests while everything fails; ten at once and six a
   * minute may be made besides. The next model is no retry. @default 0.2
   */
  readonly retryShare?: number;
  /** More fields of every request: `provider`, `reasoning`, `user` … They win over what a call asks for. @default {} */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  /** Whether the other side is OpenRouter, whose silent cutting of long prompts is switched off. @default by the client's base URL */
  readonly openRouter?: boolean;
  /** Hears of retries, usage, failures and trouble. What it throws is ignored. */
  readonly onEvent?: (event: ChatModelEvent) => void;
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: () => number;
  /** Gives a number, 0 ≤ x < 1. @default Math.random */
  readonly random?: () => number;
  /** Resolves after `ms`, or at once when the signal aborts. @default with setTimeout */
  readonly pause?: (
    ms: number,
    options: { readonly signal?: AbortSignal | undefined },
  ) => Promise<void>;
}
