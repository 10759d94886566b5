import {
  createEraseFromLists,
  type ForgetMarks,
  type InboundMessage,
  type ModelChoices,
  type OutboundMessage,
  type Spending,
  type SummaryRequest,
} from "@tgmem/contracts";
import {
  createMemory,
  type RecallIndex,
  type SummaryArchive,
  type WindowStore,
} from "@tgmem/memory";
import { keepLeases, type Queue } from "@tgmem/queue";
import { memoryPolicy, pause, repeat, tracedProducer, type Tracing } from "@tgmem/service";
import { apologize } from "./apologize.ts";
import type { WorkerEnv } from "./env.ts";
import { requestIdleSummaries } from "./idle-summaries.ts";
import type { Models } from "./model.ts";
import type { Observers } from "./observe.ts";
import type { Stops } from "./stops.ts";
import type { AwayMarks } from "./told.ts";
import { tracedMemory } from "./tracing/traced-memory.ts";
import { tracedModel } from "./tracing/traced-model.ts";
import { tracedReply } from "./tracing/traced-reply.ts";
import { createAiChat } from "./workflows/ai-chat.ts";
import { createAllowance } from "./workflows/allowance.ts";
import { type AnsweringOptions, createAnswering } from "./workflows/answering.ts";
import { createPassOver } from "./workflows/away.ts";
import { createPaidAnswers } from "./workflows/paid-answers.ts";
import { createNotices } from "./workflows/notices.ts";
import { reply } from "./workflows/reply.ts";
import { createRetryPolicy } from "./workflows/retry-policy.ts";
import { createStatus, type StatusDeps } from "./workflows/status.ts";
import { createSummarize } from "./workflows/summarize.ts";
import { systemPrompt } from "./workflows/system-prompt.ts";

/** The three lists, wherever they are kept. */
interface Lists {
  readonly inbound: Queue<InboundMessage>;
  readonly outbound: Queue<OutboundMessage>;
  readonly summaries: Queue<SummaryRequest>;
}

/** What workers keep beside lists and memory, for all of them: no texts. */
export interface Records {
  readonly spending: Pick<Spending, "today" | "add">;
  readonly spent: StatusDeps["spent"];
  readonly processes: StatusDeps["processes"];
  readonly choices: ModelChoices;
  /** Whether nobody asked this before with the same id; it is kept for twice as long as an answer is tried. */
  readonly isFirst: (id: string) => Promise<boolean>;
  /** Whether somebody asked `isFirst` with the id; this is no such question itself. */
  readonly isTold: (id: string) => Promise<boolean>;
  readonly away: AwayMarks;
  readonly forgotten: ForgetMarks;
  /** Shows “typing…” in a place until the returned function is called. */
  readonly mark: AnsweringOptions["mark"];
  /** Tells of answers while they are written; absent = nobody is told. */
  readonly drafts: AnsweringOptions["drafts"];
  /** Knows the answers that are being made, so that a person can stop one. */
  readonly stops: Stops;
}

export interface RunsOptions {
  readonly env: Pick<
    WorkerEnv,
    | "ADMIN_USER"
    | "AIRTABLE_BATCH_WINDOW_MS"
    | "ANSWER_WITHIN"
    | "LIMIT_TOKENS_PER_DAY"
    | "MEMORY_PROMPT"
    | "MEMORY_WINDOW"
    | "MODELS"
    | "PERSONA"
    | "RECALL_WORDS"
    | "SUMMARIZE_EVERY"
    | "TIME_ZONE"
  >;
  readonly lists: Lists;
  readonly store: WindowStore;
  /** Finds what was said long ago, unless `RECALL_WORDS` is 0. */
  readonly recall: RecallIndex;
  readonly models: Models;
  readonly archive: SummaryArchive | undefined;
  readonly records: Records;
  readonly on: Observers;
  /** Says whether the lists and the memory took the last write. */
  readonly isWritable: () => boolean;
  readonly tracing: Tracing;
  readonly stopping: AbortSignal;
  /** Covers the gap between two extensions; the messages of a dead worker go on after it. @default 25_000 */
  readonly leaseMs?: number;
}

/** The time between two looks for people whose message another process gave up just before it died. */
const apologizeEveryMs = 5_000;
/** The time between two looks for chats that fell silent before a summary was due, and how long a silence is. */
const flushEveryMs = 3_600_000;
const idleMs = 86_400_000;

/** Makes what a worker does: the runs that answer and summarize, and what is done besides until the stop. */
export function createRuns(options: RunsOptions) {
  const { env, lists, models, archive, records, on, tracing, stopping, leaseMs = 25_000 } = options;
  const { inbound, outbound, summaries } = lists;
  const memory = createMemory({
    store: options.store,
    recall: env.RECALL_WORDS > 0 ? options.recall : undefined,
    summarizer: models.summarizer,
    policy: memoryPolicy(env),
    timeZone: env.TIME_ZONE,
    systemPrompt: env.PERSONA ?? systemPrompt,
    onEvent: on.memory,
    ...(archive ? { archive } : {}),
  });

  const policy = createRetryPolicy({
    answerWithinMs: env.ANSWER_WITHIN,
    onPassed: on.modelAnswered,
  });
  const { isFirst, isTold } = records;
  const notices = createNotices({ outbound, isFirst, onError: on.trouble });
  const deps = {
    memory: tracedMemory(memory, tracing),
    model: tracedModel(policy.watched(models.chat), tracing),
    allowance: createAllowance({
      spending: records.spending,
      tokensPerDay: env.LIMIT_TOKENS_PER_DAY,
      onError: on.trouble,
    }),
    paid: createPaidAnswers(),
    isWritable: options.isWritable,
    outbound: tracedProducer(outbound, tracing),
    summaries,
    forgotten: records.forgotten,
    eraseFromLists: createEraseFromLists(lists),
    operators: {
      ids: env.ADMIN_USER,
      status: createStatus({
        lists: Object.entries({ inbound, outbound, summaries }),
        processes: records.processes,
        spent: records.spent,
      }),
    },
    menu: env.MODELS.length > 0 ? { names: env.MODELS, choices: records.choices } : undefined,
    persona: env.PERSONA,
    stops: records.stops,
    summarizing: !!archive,
    answering: createAnswering({
      mark: records.mark,
      notices,
      sinceMs: (id) => policy.sinceMs(id),
      drafts: records.drafts,
      stops: records.stops,
    }),
  };
  const passOver = createPassOver({
    outbound,
    memory,
    answerWithinMs: env.ANSWER_WITHIN,
    marks: records.away,
    wasTried: (id) => policy.sinceMs(id) !== undefined || isTold(id),
  });
  const apologizeToAll = async (signals?: { readonly signal: AbortSignal }) =>
    on.apologized(await apologize({ inbound, outbound, memory }, signals));
  const aiChat = createAiChat({
    inbound,
    leases: keepLeases(inbound, { leaseMs, onError: on.trouble }),
    reply: tracedReply(
      (id, message, replyOptions) => reply(id, message, deps, replyOptions),
      tracing,
    ),
    passOver,
    forgotten: records.forgotten,
    policy,
    notices,
    buried: () => apologizeToAll(),
    stopping,
    leaseMs,
    onEvent: on.chat,
  });
  const summarize = createSummarize({
    summaries,
    leases: keepLeases(summaries, { leaseMs, onError: on.trouble }),
    memory,
    leaseMs,
    onEvent: on.summarize,
  });

  const upkeep = { onError: on.trouble, signal: stopping };
  const apologizing = repeat(() => apologizeToAll({ signal: stopping }), {
    everyMs: apologizeEveryMs,
    ...upkeep,
  });
  const flush = () => requestIdleSummaries({ memory, summaries }, { idleMs, signal: stopping });
  // Not at once: it looks at every chat, and a process may be started often.
  const flushing = archive
    ? pause(flushEveryMs, { signal: stopping }).then(() =>
        repeat(flush, { everyMs: flushEveryMs, ...upkeep }),
      )
    : undefined;
  return {
    aiChat,
    summarize,
    /** Resolves when what is done besides has ended, which it does at the stop, and nothing of the memory is on its way. */
    async settled() {
      await Promise.all([apologizing, flushing]);
      await memory.settled();
    },
  };
}
