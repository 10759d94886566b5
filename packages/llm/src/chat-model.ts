/** What a model reads. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface CompleteOptions {
  /** Ends the call when it aborts. */
  readonly signal?: AbortSignal;
  /** The cap of the answer in tokens, reasoning included. */
  readonly maxOutputTokens?: number;
  /** How long the call may take over all its attempts and pauses. @default 120_000 */
  readonly deadlineMs?: number;
}

export interface Completion {
  /** The answer, which is never empty. */
  readonly text: string;
  /** `length` = the cap cut the text short: what is there is real, but it does not end. */
  readonly finishReason: "stop" | "length";
  /** The model that answered: a fallback may have. */
  readonly model: string;
  /** The tokens of prompt and answer, as the provider counted them. */
  readonly usage?: { readonly input: number; readonly output: number };
  /** The price in US dollars, if the provider says. */
  readonly cost?: number;
}

/**
 * Asks a model. Resolves only with a non-empty answer that came with a finish reason; everything else is an `LlmError`
 * that says with `retryable` whether the same call may work later. MUST settle by the deadline and promptly after the signal.
 */
export interface ChatModel {
  complete(messages: readonly ChatMessage[], options?: CompleteOptions): Promise<Completion>;
}
