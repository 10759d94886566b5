/** What a model reads. Structurally equal to the message of `@tgmem/llm` and of every chat completion API. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** One of several messages that were answered together. */
export interface TurnPart {
  readonly id: string;
  readonly text: string;
}

/**
 * How long a caller waits: until this signal aborts. Then the call rejects with the signal's reason. What it did by then is
 * unknown, and repeating it is safe.
 */
export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What a person said and what was answered, committed together. */
export interface Turn {
  /** 1, 2, 3 … without gaps within an incarnation of the store. */
  readonly seq: number;
  readonly turnId: string;
  readonly atMs: number;
  readonly user: string;
  readonly assistant: string;
  /** The messages that `user` is made of, joined by line breaks. Absent = it is one message, with the id of the turn. */
  readonly parts?: readonly TurnPart[];
  /** The edit that `assistant` answers. Absent = it answers what was said first. */
  readonly edit?: string;
}

export type CommitResult =
  | {
      readonly status: "committed";
      readonly answer: string;
      readonly seq: number;
      readonly due: boolean;
      readonly coversThrough: number;
    }
  | {
      readonly status: "duplicate";
      readonly answer: string;
      readonly seq: number;
      readonly due: boolean;
      readonly coversThrough: number;
    }
  | { readonly status: "forgotten"; readonly answer: string };

/** One turn being answered: what is remembered, as of its opening. */
export interface OpenTurn {
  readonly summary: string | null;
  /** Oldest first. */
  readonly window: readonly Turn[];
  /** Turns that no summary covers yet. */
  readonly pending: number;
  /** The stored answer, if this turn was committed before: send it, do not ask the model again. */
  readonly replay?: string;
  /** `summary_cold`: the store knows no summary and the archive has not been asked yet; a hydrate runs in the background. */
  readonly degraded: readonly "summary_cold"[];
  /** System prompt, summary, window and the new text, in this order. */
  prompt(text: string): readonly ChatMessage[];
  /**
   * Remembers the turn; idempotent by its id. Send `result.answer`, not what was computed: of two runs that answer one
   * message, the first that commits decides. `due` = enough turns wait for a summary; it is worked out anew at every
   * commit, so a lost summarize job heals itself. `forgotten` = the person asked to be forgotten since the opening.
   * `parts`: when several messages were answered together; each of them then finds the turn by its own id.
   */
  commit(
    turn: {
      readonly user: string;
      readonly assistant: string;
      readonly parts?: readonly TurnPart[];
    },
    options?: WaitOptions,
  ): Promise<CommitResult>;
}

export type AmendResult =
  /** `answer`: what answers this edit, the one of the first run. Absent = the edit changed the text alone. */
  | { readonly status: "amended"; readonly answer?: string }
  /** The turn is not kept word for word any more, or was never committed; nothing was changed. */
  | { readonly status: "no_longer_kept" }
  | { readonly status: "forgotten" };

/** A message that was answered before and has been edited: its turn, as of the look at it. */
export interface Revision {
  /**
   * What has become of the turn:
   *
   * - `last`: it is the last one
   * - `earlier`: others came after it
   * - `applied`: this edit was applied to it before
   * - `no_longer_kept`: it was committed, but is not kept word for word any more (summarized, or forgotten)
   * - `never_committed`: nothing is known of it
   */
  readonly status: "last" | "earlier" | "applied" | "no_longer_kept" | "never_committed";
  /** What is remembered of the edited message; empty when its turn was not found. */
  readonly text: string;
  /** The stored answer to this edit, if there is one: send it, do not ask the model again. */
  readonly replay?: string;
  /** All turns that are kept word for word, oldest first. */
  readonly turns: readonly Turn[];
  /** What the model was asked for this turn, with the new text instead of the old one. */
  prompt(text: string): readonly ChatMessage[];
  /**
   * Replaces the text of the edited message, and the answer if a new one is given; idempotent by the id of the edit. The
   * turn keeps its place and its time. A summary that covers the turn keeps the old words.
   */
  amend(
    change: { readonly text: string; readonly assistant?: string },
    options?: WaitOptions,
  ): Promise<AmendResult>;
}

/** Why an answer of the summarizer must not become what is remembered:
 *
 * - `empty`: nothing, "NONE", "N/A"
 * - `json`: data where text was asked for
 * - `error_text`, `refusal`: what a server or a model says instead of a summary
 * - `echo`: the conversation itself, copied
 * - `repetition`: the same again and again
 * - `instruction`: a line addressed to whoever reads the summary
 * - `foreign_url`: a link to a host that nobody named
 * - `wrong_script`: not the script that the person writes in
 * - `shrunk`: most of the summary so far is lost
 */
export type RejectionReason =
  | "empty"
  | "json"
  | "error_text"
  | "refusal"
  | "echo"
  | "repetition"
  | "instruction"
  | "foreign_url"
  | "wrong_script"
  | "shrunk";

export type SummarizeResult =
  | {
      readonly status: "applied";
      readonly version: number;
      readonly coversThrough: number;
      /** While this summary was made, enough was said for the next one, and no commit may follow: summarize again. */
      readonly due: boolean;
    }
  | { readonly status: "nothing" }
  | { readonly status: "conflict" }
  | { readonly status: "rejected"; readonly reasons: readonly RejectionReason[] }
  | { readonly status: "forgotten" }
  | { readonly status: "deferred" };

export interface ForgetReceipt {
  /** The epoch that begins: everything of a lower one is gone, or will be when no tier is `pending` any more. */
  readonly epoch: number;
  readonly tiers: readonly {
    readonly tier: "store" | "archive";
    readonly status: "erased" | "pending";
  }[];
}

/** What is remembered of one person at one moment. */
export interface MemorySnapshot {
  readonly summary: string | null;
  readonly coversThrough: number;
  readonly turns: readonly Turn[];
}

/** Everything that is remembered of one person. */
export interface UserMemory {
  show(options?: WaitOptions): Promise<MemorySnapshot>;
  /**
   * Erases the store at once and fences every job that still runs; then erases the archive. `pending` = the archive
   * could not be reached: call again with the same `requestId`, which erases nothing newer than the first call did.
   */
  forget(options: WaitOptions & { readonly requestId: string }): Promise<ForgetReceipt>;
}

/**
 * Two-tier memory of people: the last turns, and one rolling summary. No call waits for ever: each takes a `signal`, and
 * has a deadline for each thing that it asks (`storeTimeoutMs`, `archiveTimeoutMs` and `summarizerTimeoutMs` of the
 * policy). A store that is late makes the call reject with `store_timeout`, which is retryable; an archive or a summarizer
 * that is late makes `summarize` answer `deferred`, `show` reject with `archive_unavailable`, and `forget` say `pending`.
 */
export interface Memory {
  /** One round trip; never waits for the archive. */
  open(user: string, options: WaitOptions & { readonly turnId: string }): Promise<OpenTurn>;
  /** Looks up the turn of an edited message: by its own id, or by that of a part. One round trip when it is found. */
  revise(
    user: string,
    options: WaitOptions & { readonly turnId: string; readonly editId: string },
  ): Promise<Revision>;
  /** Folds all pending turns into the summary: archive first, then store. Trouble is an answer, not an exception. */
  summarize(user: string, options?: WaitOptions): Promise<SummarizeResult>;
  user(user: string): UserMemory;
  /** Resolves when background work (hydrates) has ended. */
  settled(): Promise<void>;
}
