/**
 * One message of the conversation that a model reads. It has the shape of the messages of `@tgmem/llm`, of `openai`, of
 * `ai` and of every chat completion API.
 */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** What a prompt holds and what it leaves out, in estimated tokens. */
export interface PromptReport {
  /** The whole prompt: the sum of the parts below, and of the turns that are kept. */
  readonly tokens: number;
  /** How many it may have: what the policy says, or less for an hour after the model refused a prompt as too long. */
  readonly limitTokens: number;
  /** The system prompt without the summary; 0 when there is none. */
  readonly systemTokens: number;
  /** The summary with its frame; 0 when it is left out, or there is none. */
  readonly summaryTokens: number;
  /** What is quoted of what was said long ago, with its frame; 0 when it is left out, or there is none. */
  readonly recalledTokens: number;
  /** The new message. */
  readonly messageTokens: number;
  /** What became of the summary. */
  readonly summary: "kept" | "dropped" | "none";
  /** What became of the quotations. */
  readonly recalled: "kept" | "dropped" | "none";
  /** The turns that are shown, in this order. */
  readonly kept: readonly { readonly seq: number; readonly tokens: number }[];
  /**
   * The turns that the store keeps and the prompt does not show. `window`: the policy shows so many and no more. `limit`:
   * there was no room. One that is not `covered` is in no summary either, so the model cannot know of it.
   */
  readonly dropped: readonly {
    readonly seq: number;
    readonly covered: boolean;
    readonly why: "window" | "limit";
  }[];
}

/**
 * What to ask the model. A prompt holds whole turns, and no more tokens than it may: what has no room is dropped in a
 * fixed order: what is quoted of what was said long ago, then turns that a summary covers, then those that wait for one, the oldest of each first, and the summary
 * last. The message itself is never dropped, nor the system prompt.
 */
export interface Prompts {
  /**
   * System prompt and summary in one text, for SDKs that take them apart from the messages; empty when there is neither.
   * Read it after `messages`: when a message leaves no room for the summary, it is left out here.
   */
  readonly system: string;
  /** Makes the turns and the new text, without `system`. The array is the caller's. */
  messages(text: string): ChatMessage[];
  /** Makes one system message, the turns and the new text. The array is the caller's. */
  prompt(text: string): ChatMessage[];
  /** What the last prompt holds and leaves out; before the first one, what one with an empty text would. */
  readonly report: PromptReport;
  /**
   * Makes the prompt shorter, because the model refused the last one as too long: ask again with a new one. The memory
   * remembers it for all further turns of the next hour, because another model may answer then. `limitTokens` is the limit that the model named. False means that nothing is left
   * to drop: the message itself is too long.
   */
  shorten(options?: { readonly limitTokens?: number | undefined }): boolean;
}
