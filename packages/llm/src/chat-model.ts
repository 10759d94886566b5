/** What a model reads. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface CompleteOptions {
  readonly signal?: AbortSignal;
  /** Tokens. */
  readonly maxOutputTokens?: number;
  /** Over all attempts, back-off included. @default 120_000 */
  readonly deadlineMs?: number;
}

export interface Completion {
  /** Never empty. */
  readonly text: string;
  /** `length` = the cap cut the text short: what is there is real, but it does not end. */
  readonly finishReason: "stop" | "length";
  /** The model that answered: a fallback may have. */
  readonly model: string;
  /** Tokens, as the provider counted them. */
  readonly usage?: { readonly input: number; readonly output: number };
  /** US dollars, if the provider says. */
  readonly cost?: number;
}

/**
 * Asks a model. Resolves only with a non-empty answer that came with a finish reason; everything else is an `LlmError`
 * that says with `retryable` whether the same call may work later. MUST settle by the deadline and promptly after the signal.
 */
export interface ChatModel {
  complete(messages: readonly ChatMessage[], options?: CompleteOptions): Promise<Completion>;
}
