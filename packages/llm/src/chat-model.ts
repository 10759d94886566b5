/** One message of the conversation that a model reads. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** How much a model thinks before it answers. */
export type ReasoningEffort = "none" | "minimal" | "low" | "medium" | "high";

/** The limits of one call; what is left out is as the model was made. */
export interface CompleteOptions {
  /** Ends the call when it aborts: it rejects with the code `aborted`. */
  readonly signal?: AbortSignal;
  /**
   * The model to ask first, by its name; when it fails, the usual one is asked, and those behind it. It is a wish: who knows
   * one model alone asks that.
   * @default the model's own
   */
  readonly model?: string;
  /** The cap of the answer in tokens, reasoning included. */
  readonly maxOutputTokens?: number;
  /**
   * How much the model may think before it answers. It is a wish: a model that knows no such thing answers all the same.
   * @default the model's own
   */
  readonly reasoning?: ReasoningEffort;
  /** A cut answer is worth nothing to the caller: it is a failure, `truncated`. @default false */
  readonly whole?: boolean;
  /** How long the call may take over all its attempts and pauses, in ms. @default 120_000 */
  readonly deadlineMs?: number;
}

/** Tokens of a request, as the provider counted them. */
export interface TokenUsage {
  /** The tokens of the prompt. */
  readonly input: number;
  /** The tokens of the answer, reasoning included. */
  readonly output: number;
  /** Those of the prompt that came from a cache, if the provider says. */
  readonly cached?: number;
  /** Those of the answer that were reasoning, if the provider says. */
  readonly reasoning?: number;
  /** True when the prompt held more than the messages of the call, such as what a tool found: then `input` does not measure them. */
  readonly enlarged?: true;
}

/** A page of the web that an answer draws on. */
export interface Citation {
  readonly url: string;
  /** What it is called, if the provider says. */
  readonly title?: string;
}

/** An answer of a model, and what it took. */
export interface Completion {
  /** The answer, which is never empty. What the model thought before it is no part of it. */
  readonly text: string;
  /** `length` = a cap cut the text short: what is there is real, but it does not end. */
  readonly finishReason: "stop" | "length";
  /** True when the model declined to answer: the text says so, in its words. */
  readonly refused?: true;
  /** The pages that the answer draws on, each once, where it was looked up on the web and the provider says. */
  readonly citations?: readonly Citation[];
  /** The model that answered: a fallback may have. */
  readonly model: string;
  /** What the provider counted. */
  readonly usage?: TokenUsage;
  /** The price in US dollars, if the provider says. */
  readonly cost?: number;
}

/** An answer while it is written. The pieces can be read once; whoever stops reading ends the call. */
export interface ChatStream extends AsyncIterable<string> {
  /**
   * What the call comes to, as of `complete`. Its text is exactly the pieces, joined. It settles whether or not anybody reads
   * the pieces, and a rejection that nobody looks at does no harm: reading the pieces throws it, too.
   */
  readonly completion: Promise<Completion>;
}

/** The port to a language model. */
export interface ChatModel {
  /** True of a stand-in without a language model: it answers, but nothing that it writes may be kept as a summary. */
  readonly offline?: true;
  /**
   * Asks the model. Resolves only with a non-empty answer that came with a finish reason; everything else is an `LlmError`
   * that says with `retryable` whether the same call may work later. MUST give no cut answer as `whole`. MUST settle by the deadline and promptly after the
   * signal.
   */
  complete(messages: readonly ChatMessage[], options?: CompleteOptions): Promise<Completion>;
  /**
   * Asks like `complete`, and hands out the text while it is written. The call begins at once. Reading throws what
   * `completion` rejects with, after the pieces that came before it; another model or another attempt may take over only
   * before the first piece.
   */
  stream(messages: readonly ChatMessage[], options?: CompleteOptions): ChatStream;
}
