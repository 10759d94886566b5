import type { ChatControls, ListOptions } from "./chats.ts";
import type { Prompts } from "./prompts.ts";
import type { Excerpt } from "./recall/recall-index.ts";
import type { ChatPage, ListedChat } from "./store.ts";
import type { DueOptions, FlushOptions, FlushResult, SummarizeResult } from "./summarizing.ts";
import type { SaidTurn, Speaker, TokenUsage, Turn } from "./turn.ts";
import type { WaitOptions } from "./wait-options.ts";

/**
 * How a commit ended.
 *
 * - `committed`: by this call
 * - `duplicate`: it was committed before
 * - `forgotten`: the person asked to be forgotten since the opening; nothing was kept
 * - `off_record`: the chat is paused; nothing was kept
 *
 * `answer` is what to send: the first run that committed this turn decides it. `due` says that enough waits for a summary,
 * and `coversThrough` is the last turn that one covers.
 */
export type CommitResult =
  | {
      readonly status: "committed" | "duplicate";
      readonly answer: string;
      readonly seq: number;
      readonly due: boolean;
      readonly coversThrough: number;
    }
  | { readonly status: "forgotten" | "off_record"; readonly answer: string; readonly due: false };

/** The pieces of an answer, or what begins to give them: only that is not begun when the answer is stored already. */
export type TextSource =
  | AsyncIterable<string>
  | (() => AsyncIterable<string> | PromiseLike<AsyncIterable<string>>);

/** What a streamed turn is remembered with. */
export interface StreamOptions extends WaitOptions, SaidTurn {
  /** Tells what the answer cost; asked at its end. */
  readonly usage?: (() => TokenUsage | undefined | PromiseLike<TokenUsage | undefined>) | undefined;
}

/** A turn that is being answered, with what was remembered when it was opened. */
export interface OpenTurn extends Prompts {
  /** The summary, or null when the store knows none. */
  readonly summary: string | null;
  /** The turns that a prompt may show, the oldest one first. */
  readonly window: readonly Turn[];
  /** How many turns no summary covers yet. */
  readonly pending: number;
  /**
   * Whether enough waits for a summary: summarize then, even if the answer is a stored one, because whoever committed it
   * may have died before.
   */
  readonly due: boolean;
  /** The last turn that the summary covers; 0 = none. */
  readonly coversThrough: number;
  /** The life of the memory: a higher one begins whenever the chat is forgotten. Turns and summaries of different ones have nothing in common. */
  readonly epoch: number;
  /** The stored answer, if this turn was committed before: send it, and do not ask the model again. */
  readonly replay?: string;
  /** What the prompt quotes of what was said long ago, the oldest one first; empty without a `text`, a recall index or a match. */
  readonly recalled: readonly Excerpt[];
  /**
   * What is missing. `summary_cold`: the store knows no summary, and the archive is being asked in the background. `recall`:
   * the recall index failed or was late.
   */
  readonly degraded: readonly ("summary_cold" | "recall")[];
  /** Whether the chat is off the record: what is committed is not kept. */
  readonly paused: boolean;
  /** How the last commit of this turn ended, as it was told to its caller; null before. A stream's is found here. */
  readonly result: CommitResult | null;
  /**
   * Remembers the turn; idempotent by its id. Send `result.answer`, not what was computed: of two runs that answer one
   * message, the first that commits decides. `due` is worked out anew at every commit, so a lost summarize job heals
   * itself. Give `parts` when several messages were answered together; each of them then finds the turn by its own id.
   * Rejects with `invalid_argument` (an empty text is none), `store_unavailable` or `store_timeout`; committing again is
   * safe.
   */
  commit(
    turn: SaidTurn & {
      /** What was answered: not empty. */
      readonly assistant: string;
      readonly usage?: TokenUsage | undefined;
      /** The answer was cut off before its end, for instance by the person. */
      readonly cut?: true | undefined;
    },
    options?: WaitOptions,
  ): Promise<CommitResult>;
  /**
   * Hands on the pieces of an answer as they come, and commits the whole at their end. A stored answer comes in one piece,
   * and the source is not touched. When the reader stops, the source fails or the signal aborts, what came by then is
   * committed. The generator returns what `commit` resolves with; a `for await` finds it in `result`.
   */
  stream(
    source: TextSource,
    options: StreamOptions,
  ): AsyncGenerator<string, CommitResult, undefined>;
}

/**
 * How an amendment ended.
 *
 * - `amended`: the edit was applied, now or before. `answer` is what the first run answered; absent means that it changed
 *   the text alone
 * - `no_longer_kept`: the turn is not kept word for word any more, or was never committed; nothing was changed
 * - `forgotten`: the person asked to be forgotten since the look at the turn; nothing was changed
 */
export type AmendResult =
  | { readonly status: "amended"; readonly answer?: string }
  | { readonly status: "no_longer_kept" }
  | { readonly status: "forgotten" };

/**
 * A revision is the look at a turn whose message has been edited after it was answered. Its prompts are what the model was
 * asked for this turn, with the new text instead of the old one.
 */
export interface Revision extends Prompts {
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
  /** What is remembered of the edited message; empty when its turn is not kept. */
  readonly text: string;
  /** The stored answer to this edit, if there is one: send it, and do not ask the model again. */
  readonly replay?: string;
  /** All turns that are kept word for word, the oldest one first. */
  readonly turns: readonly Turn[];
  /**
   * Replaces the text of the edited message, and the answer if a new one is given; idempotent by the id of the edit. The
   * turn keeps its place and its time. A summary that covers the turn keeps the old words. Rejects with
   * `store_unavailable` or `store_timeout`; amending again is safe.
   */
  amend(
    change: {
      readonly text: string;
      readonly assistant?: string;
      /** The new answer was cut off before its end. */
      readonly cut?: true | undefined;
    },
    options?: WaitOptions,
  ): Promise<AmendResult>;
}

/** What a `forget` has reached. */
export interface ForgetResult {
  /** The epoch that begins. Everything of a lower one is gone, or will be when no tier is `pending` any more. */
  readonly epoch: number;
  /** Whether this request was done before: then nothing was erased in the store that came after its first time. */
  readonly unchanged: boolean;
  /**
   * How many ms to wait before calling again with the same `requestId`, because a worker that died meanwhile may have saved
   * to the archive what it had begun before; 0 = no call is needed.
   */
  readonly repeatAfterMs: number;
  /**
   * What became of each tier; a memory without an archive and a recall index has the store alone. `pending`: it could not be reached, so call
   * again with the same `requestId`. `failed`: it refused, and would again, so somebody has to look at its event.
   */
  readonly tiers: readonly {
    readonly tier: "store" | "recall" | "archive";
    readonly status: "erased" | "pending" | "failed";
  }[];
}

/** What is remembered of one chat at one moment. */
export interface MemorySnapshot {
  /** The summary, or null when there is none. */
  readonly summary: string | null;
  /** The number of the last turn that the summary covers; 0 = none. */
  readonly coversThrough: number;
  /** The turns that are kept word for word, the oldest one first. */
  readonly turns: readonly Turn[];
}

/** The handle on everything that is remembered of one chat. */
export interface ChatMemory extends ChatControls {
  /**
   * Resolves with what is remembered, for the person to see. Rejects with `archive_unavailable` when the archive is needed and late.
   */
  show(options?: WaitOptions): Promise<MemorySnapshot>;
  /**
   * Finds what was said long ago that bears on these words, the oldest turn first. Rejects with `invalid_argument` without a
   * recall index.
   */
  search(
    query: string,
    options?: WaitOptions & {
      /** How many words it may give. @default policy.recallWords */
      readonly maxWords?: number | undefined;
      /** Whose words are asked for: they come first, and the other's still come. @default both alike */
      readonly side?: "user" | "assistant" | undefined;
    },
  ): Promise<readonly Excerpt[]>;
  /**
   * Erases the store at once and fences every job that still runs; then erases the archive. Call again with the same
   * `requestId` when a tier is `pending`, and after `repeatAfterMs`: that erases nothing newer than the first call did.
   */
  forget(options: WaitOptions & { readonly requestId: string }): Promise<ForgetResult>;
}

/** Which turn to open. */
export interface OpenOptions extends WaitOptions {
  /** The idempotency key of the turn: the id of the message that is answered. */
  readonly turnId: string;
  /** What is asked: what was said long ago is searched for it, where there is a recall index. @default nothing is searched */
  readonly text?: string | undefined;
  /** Who writes, in a chat of several people. The prompt names them, in the bracket before their words. */
  readonly speaker?: Speaker | undefined;
  /** When the message was written, in ms since 1970. @default the time of the opening */
  readonly saidAtMs?: number | undefined;
  /** Begins the prompt of this turn, instead of the memory's own. */
  readonly systemPrompt?: string | undefined;
}

/** Which edit to look at. */
export interface ReviseOptions extends WaitOptions {
  /** The id of the edited message. */
  readonly turnId: string;
  /** The idempotency key of the edit. */
  readonly editId: string;
  /** The new text: what was said long ago is searched for it, as for that of an opening. */
  readonly text?: string | undefined;
  /** Begins the prompt of this turn, instead of the memory's own. */
  readonly systemPrompt?: string | undefined;
}

/**
 * Two-tier memory of chats: the last turns, and one rolling summary. No call waits for ever: all that ask something take
 * a `signal`, and there is a deadline for each thing that they ask (`storeTimeoutMs`, `archiveTimeoutMs` and
 * `summarizerTimeoutMs` of the policy). A store that is late makes the call reject with `store_timeout`, which is
 * retryable. An archive or a summarizer that is late makes `summarize` answer `deferred`, `show` reject with
 * `archive_unavailable`, and `forget` say `pending`.
 */
export interface Memory {
  /**
   * Begins to answer a message, in one round trip. With a recall index and a `text` it may be one more, and with a short text it
   * is another one. Never waits for the archive, and for what was said long ago `policy.recallTimeoutMs` at most.
   */
  open(chat: string, options: OpenOptions): Promise<OpenTurn>;
  /** Looks up the turn of an edited message by its own id, or by that of a part; in one round trip when it is found. */
  revise(chat: string, options: ReviseOptions): Promise<Revision>;
  /**
   * Does work after all that was given before for the same chat, for bots that hear of several messages at once: then each
   * turn knows the one before it. It orders what this memory is given, not other processes. A caller whose signal aborts
   * while it waits does no work, and its place is kept. Work that waits for its own chat waits for ever.
   */
  inOrder<T>(chat: string, work: () => Promise<T>, options?: WaitOptions): Promise<T>;
  /**
   * Folds all pending turns into the summary, a slice (`policy.summaryChars`) a call of the summarizer; archive first, then
   * store. Trouble is an answer, not an exception. Who asks while this process summarizes the same chat is given that
   * result, and for a while after a failure or a rejection nobody is asked.
   */
  summarize(chat: string, options?: DueOptions): Promise<SummarizeResult>;
  /**
   * Summarizes every chat with pending turns in which nothing was said for `idleMs`, so that who falls silent before a
   * summary is due is not lost when the store drops the chat. Call it now and then, with an `idleMs` well below the store's
   * `ttlMs`. Asks one chat after another. Rejects when the chats cannot be listed.
   */
  flushIdle(options: FlushOptions): Promise<FlushResult>;
  /**
   * Gives, part by part, the chats that `flushIdle` would summarize, for whoever has them summarized elsewhere. The parts
   * end with a rejection when the chats cannot be listed.
   */
  idleChats(options: FlushOptions): AsyncIterable<readonly ListedChat[]>;
  /** Gives the handle on the memory of one chat; asks nobody. */
  chat(chat: string): ChatMemory;
  /** Lists the chats of which something is remembered, in no order, with how many turns wait for a summary. */
  chats(options?: ListOptions): Promise<ChatPage>;
  /**
   * Resolves when nothing runs in the background any more: no summary is loaded from the archive (sixteen are at once),
   * which takes `archiveTimeoutMs` and two `storeTimeoutMs` at most, and nothing is erased that a late save brought.
   */
  settled(): Promise<void>;
}
