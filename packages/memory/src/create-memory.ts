import type { SummaryArchive } from "./archive.ts";
import { MemoryError } from "./errors.ts";
import { chatControls } from "./chats/chat-controls.ts";
import { emitter, type MemoryEvent } from "./events.ts";
import type { Memory } from "./memory.ts";
import { checkPolicy, type MemoryPolicy } from "./policy.ts";
import { checkKey } from "./protocol/keys.ts";
import { checkCount } from "./protocol/limits.ts";
import {
  nothingRecalled,
  recallBeside,
  type Recalled,
  type RecallQuestion,
} from "./recall/recall-beside.ts";
import type { RecallIndex } from "./recall/recall-index.ts";
import { rememberTurns } from "./recall/remember-turns.ts";
import type { WindowStore } from "./store.ts";
import type { Summarizer } from "./summarizer.ts";
import { flushIdle } from "./summary/flush-idle.ts";
import { idleChats } from "./summary/idle-chats.ts";
import { type Summaries, summaries } from "./summary/summaries.ts";
import { background } from "./tiers/background.ts";
import { eraseForgotten } from "./tiers/erase-forgotten.ts";
import { coldStart } from "./tiers/cold-start.ts";
import { guardArchive } from "./tiers/guarded-archive.ts";
import { guardRecall } from "./tiers/guarded-recall.ts";
import { guardStore } from "./tiers/guarded-store.ts";
import { isCold } from "./tiers/heal.ts";
import { readState } from "./tiers/read-state.ts";
import { chatMemory } from "./tiers/chat-memory.ts";
import { scopedArchive, scopedRecall, scopedStore } from "./tiers/scope.ts";
import { tokenMeter } from "./tokens/token-meter.ts";
import { checkSaid } from "./turns/check-turn.ts";
import { inOrder } from "./turns/in-order.ts";
import { labeler } from "./turns/label.ts";
import { openTurn } from "./turns/open-turn.ts";
import { reviseTurn } from "./turns/revise-turn.ts";
import { defaultSystemPrompt } from "./turns/system-text.ts";
import type { WaitOptions } from "./wait-options.ts";

/** The parts of a memory. Only a store is needed; without a summarizer nothing is ever summarized. */
export interface MemoryOptions {
  /** Keeps the last turns of everybody: short-term memory. */
  readonly store: WindowStore;
  /** Keeps the summaries: long-term memory. Without one, they live as long as the store keeps them. */
  readonly archive?: SummaryArchive | undefined;
  /**
   * Finds what was said long ago: turns enter it with their summary, and openings that bring a `text` search it. Give every
   * memory over one store the same one, so that a forget reaches it. @default nothing is found again
   */
  readonly recall?: RecallIndex | undefined;
  /** Writes the summaries. Only `summarize` needs it: turns may be answered in one process and summarized in another. */
  readonly summarizer?: Summarizer | undefined;
  /**
   * The bot or the tenant whose chats these are, where several share a store or an archive: letters, digits and `_.-`. It
   * begins the key of every chat in both, so either all memories over one store have a scope, or none has.
   *
   * @default none: the key is the chat's id
   */
  readonly scope?: string | undefined;
  /** How much is remembered, and how long each part may take. @default the defaults of `MemoryPolicy` */
  readonly policy?: MemoryPolicy | undefined;
  /**
   * Whether turns are summarized at all, here or in another process. If not, prompts and store hold `window` turns, and
   * nothing is ever due.
   *
   * @default whether there are an archive and a summarizer
   */
  readonly summarized?: boolean | undefined;
  /**
   * The text that begins every prompt; an empty one is left out. Keep it fixed, so that providers can cache it: what changes
   * belongs last. @default a short one for a chat
   */
  readonly systemPrompt?: string | undefined;
  /**
   * The time zone, such as "Europe/Lisbon", in which the prompt tells when each message was written, in a bracket before its
   * words: [Friday 2026-11-27 14:05]. A text that imitates the bracket gets other ones. @default none: no times
   */
  readonly timeZone?: string | undefined;
  /**
   * Counts the tokens of a text, for `policy.promptTokens`. @default an estimate from the scripts that the text is written
   * in, which reported `usage` corrects
   */
  readonly tokens?: ((text: string) => number) | undefined;
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Hears every event. What it throws is ignored. */
  readonly onEvent?: ((event: MemoryEvent) => void) | undefined;
}

/**
 * Makes a two-tier memory: the last turns in a store, one rolling summary a chat in an archive. Throws
 * `invalid_argument` when the options contradict each other. What it returns rejects only with `MemoryError`, or with the
 * reason of a signal that it was given.
 */
export function createMemory(given: MemoryOptions): Memory {
  const options = scoped(given);
  const { summarizer, systemPrompt = defaultSystemPrompt, now = Date.now } = options;
  const emit = emitter(options.onEvent);
  const policy = checkPolicy(options.policy ?? {}, {
    store: options.store,
    summarized: options.summarized ?? (!!summarizer && !!options.archive),
  });
  const meter = tokenMeter({ tokens: options.tokens, limitTokens: policy.promptTokens, now });
  const store = guardStore(options.store, { timeoutMs: policy.storeTimeoutMs });
  const unattended = background();
  const archive: SummaryArchive | null = options.archive
    ? guardArchive(options.archive, {
        timeoutMs: policy.archiveTimeoutMs,
        emit,
        savedPerhaps: (chat, record) =>
          unattended.run(() => eraseForgotten(chat, record, { store, archive })),
      })
    : null;
  const cold = archive
    ? coldStart({
        store,
        archive,
        now,
        emit,
        failureMs: 15_000,
        maxChats: 10_000,
      })
    : null;
  const { timeZone } = options;
  const recall = options.recall
    ? guardRecall(options.recall, { timeoutMs: policy.storeTimeoutMs, emit })
    : null;
  const searched = options.recall
    ? recallBeside({ recall: options.recall, policy, timeZone, now, emit })
    : null;
  const lanes = inOrder();
  const labels = labeler(timeZone);
  const context = { store, policy, systemPrompt, meter, labels, timeZone, recall, emit };
  const changed = (chat: string) => cold?.changed(chat);
  const summarizing = summarizer
    ? summaries({
        store,
        archive,
        recall,
        summarizer,
        policy,
        now,
        emit,
        changed,
        settleMs: policy.archiveSettleMs,
        ...(cold && { isAbsent: cold.isAbsent }),
      })
    : null;

  /** Where nobody summarizes, a turn leaves the window without a job: the index is given the window, twice as often as it passes. */
  function leftUnsummarized(chat: string, seq: number): void {
    if (!recall || policy.summarized || seq % Math.ceil(policy.window / 2) !== 0) return;
    unattended.run(async () => {
      const state = await store.begin(chat, "");
      await rememberTurns(chat, state, { store, recall, emit, picks: () => true });
    });
  }

  function summariesOrThrow(): Summaries {
    if (summarizing) return summarizing;
    throw new MemoryError(
      "invalid_argument",
      "This memory cannot summarize: give createMemory a `summarizer`.",
    );
  }

  async function search(
    chat: string,
    { text, ...asked }: Omit<RecallQuestion, "text"> & { text: string | undefined },
  ): Promise<Recalled> {
    return searched && text !== undefined ? searched(chat, { text, ...asked }) : nothingRecalled;
  }

  return {
    async open(chat, opened) {
      const { turnId, text, speaker, saidAtMs, signal } = opened;
      const { systemPrompt: own = systemPrompt } = opened;
      checkKey("chat", chat);
      checkKey("turnId", turnId);
      checkSaid(opened);
      const opening = store.begin(chat, turnId, { signal });
      const found = search(chat, { text, id: turnId, opening, signal });
      const [state, recalled] = await Promise.all([opening, found]);
      const degraded = cold !== null && isCold(state) && !cold.isAbsent(chat, state.incarnation);
      if (isCold(state)) cold?.startLoading(chat, state.incarnation);
      return openTurn({
        ...context,
        chat,
        turnId,
        state,
        degraded,
        recalled,
        committed: (seq) => leftUnsummarized(chat, seq),
        speaker,
        saidAtMs: saidAtMs ?? now(),
        systemPrompt: own,
      });
    },

    async revise(chat, { turnId, editId, text, systemPrompt: own = systemPrompt, signal }) {
      checkKey("chat", chat);
      checkKey("turnId", turnId);
      checkKey("editId", editId);
      return reviseTurn({
        ...context,
        chat,
        turnId,
        editId,
        search: (opening) => search(chat, { text, id: editId, edited: turnId, opening, signal }),
        systemPrompt: own,
        signal,
      });
    },

    async inOrder(chat, work, wait) {
      checkKey("chat", chat);
      return lanes(chat, work, wait);
    },

    async summarize(chat, { dueSinceMs, signal } = {}) {
      checkKey("chat", chat);
      return summariesOrThrow().summarize(chat, { dueSinceMs, signal });
    },

    idleChats(which) {
      checkCount("idleMs", which.idleMs);
      return idleChats(which, { store, now });
    },

    async flushIdle(which) {
      checkCount("idleMs", which.idleMs);
      const all = summariesOrThrow();
      const summarize = (chat: string, { signal }: WaitOptions) =>
        all.summarize(chat, { atOnce: true, signal });
      return flushIdle(idleChats(which, { store, now }), { summarize, signal: which.signal });
    },

    chat(chat) {
      checkKey("chat", chat);
      const forgot = () => {
        changed(chat);
        summarizing?.forgot(chat);
      };
      const lateSaveMs = 2 * (policy.storeTimeoutMs + policy.archiveTimeoutMs);
      const tiers = { store, archive, recall };
      const searching = { recallWords: policy.recallWords, timeZone };
      const memory = chatMemory({ chat, ...tiers, now, emit, lateSaveMs, forgot, ...searching });
      const controls = chatControls({
        chat,
        ...tiers,
        policy,
        now,
        emit,
        read: (wait) => readState(chat, { store, archive, emit }, wait),
        changed: () => changed(chat),
      });
      return { ...memory, ...controls };
    },

    async chats({ cursor, limit = 100, signal } = {}) {
      checkCount("limit", limit);
      return store.list({ limit, cursor, signal });
    },

    async settled() {
      await cold?.settled();
      await unattended.settled();
    },
  };
}

/** The options with the store and the archive of the scope. */
function scoped(options: MemoryOptions): MemoryOptions {
  const { store, archive, recall, scope } = options;
  // Callers of JavaScript may leave it out.
  if (!(options as Partial<MemoryOptions>).store)
    throw new MemoryError("invalid_argument", "A memory needs a `store`: give createMemory one.");
  if (scope === undefined) return options;
  return {
    ...options,
    store: scopedStore(store, scope),
    ...(archive && { archive: scopedArchive(archive, scope) }),
    ...(recall && { recall: scopedRecall(recall, scope) }),
  };
}
