import type { SummaryArchive } from "./archive.ts";
import { MemoryError } from "./errors.ts";
import { emitter, type MemoryEvent } from "./events.ts";
import type { Memory } from "./memory.ts";
import { checkPolicy, type MemoryPolicy } from "./policy.ts";
import { checkKey } from "./protocol/keys.ts";
import type { WindowStore } from "./store.ts";
import type { Summarizer } from "./summarizer.ts";
import { summaries } from "./summary/summaries.ts";
import { coldStart } from "./tiers/cold-start.ts";
import { guardArchive } from "./tiers/guarded-archive.ts";
import { guardStore } from "./tiers/guarded-store.ts";
import { isCold } from "./tiers/heal.ts";
import { chatMemory } from "./tiers/chat-memory.ts";
import { openTurn } from "./turns/open-turn.ts";
import { defaultSystemPrompt } from "./turns/prompt.ts";
import { reviseTurn } from "./turns/revise-turn.ts";

/** The parts of a memory. Only a store is needed; without a summarizer nothing is ever summarized. */
export interface MemoryOptions {
  /** Keeps the last turns of everybody: short-term memory. */
  readonly store: WindowStore;
  /** Keeps the summaries: long-term memory. Without one, they live as long as the store keeps them. */
  readonly archive?: SummaryArchive | undefined;
  /** Writes the summaries. Only `summarize` needs it: turns may be answered in one process and summarized in another. */
  readonly summarizer?: Summarizer | undefined;
  /** How much is remembered, and how long each part may take. @default the defaults of `MemoryPolicy` */
  readonly policy?: MemoryPolicy | undefined;
  /** The message that begins every prompt. Keep it fixed, so that providers can cache it: what changes belongs last. */
  readonly systemPrompt?: string | undefined;
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
export function createMemory(options: MemoryOptions): Memory {
  const { summarizer, systemPrompt = defaultSystemPrompt, now = Date.now } = options;
  const emit = emitter(options.onEvent);
  const policy = checkPolicy(options.policy ?? {}, {
    store: options.store,
    summarizes: summarizer !== undefined,
  });
  const store = guardStore(options.store, { timeoutMs: policy.storeTimeoutMs });
  const archive = options.archive
    ? guardArchive(options.archive, { timeoutMs: policy.archiveTimeoutMs, emit })
    : null;
  const cold = archive
    ? coldStart({
        store,
        archive,
        now,
        emit,
        // Long, because archives count calls: a chat has a first summary in the store long before it matters.
        absenceMs: 60 * 60_000,
        failureMs: 15_000,
        maxChats: 10_000,
      })
    : null;
  const changed = (chat: string) => cold?.changed(chat);
  const summarizing = summarizer
    ? summaries({ store, archive, summarizer, policy, now, emit, changed })
    : null;

  return {
    async open(chat, { turnId, signal }) {
      checkKey("chat", chat);
      checkKey("turnId", turnId);
      const state = await store.begin(chat, turnId, { signal });
      const degraded = cold !== null && isCold(state) && !cold.isAbsent(chat);
      if (degraded) cold.startLoading(chat);
      return openTurn({ chat, turnId, state, degraded, store, policy, systemPrompt, emit });
    },

    async revise(chat, { turnId, editId, signal }) {
      checkKey("chat", chat);
      checkKey("turnId", turnId);
      checkKey("editId", editId);
      return reviseTurn({ chat, turnId, editId, store, policy, systemPrompt, emit, signal });
    },

    async summarize(chat, { signal } = {}) {
      checkKey("chat", chat);
      if (!summarizing) {
        throw new MemoryError(
          "invalid_argument",
          "This memory cannot summarize: give createMemory a `summarizer`.",
        );
      }
      return summarizing.summarize(chat, { signal });
    },

    chat(chat) {
      checkKey("chat", chat);
      const forgot = () => {
        changed(chat);
        summarizing?.forgot(chat);
      };
      return chatMemory({ chat, store, archive, emit, forgot });
    },

    settled: async () => cold?.settled(),
  };
}
