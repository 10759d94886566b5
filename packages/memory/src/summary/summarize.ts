import type { Emit } from "../events.ts";
import type { RejectionReason, SummarizeResult } from "../summarizing.ts";
import { ArchiveFailure } from "../tiers/guarded-archive.ts";
import { RecallFailure } from "../tiers/guarded-recall.ts";
import { isPermanent } from "../tiers/permanent.ts";
import { countWords } from "../validation/words.ts";
import { sliceOf } from "./slice.ts";
import type { SummaryJob, summaryJobs } from "./summary-job.ts";
import { type WriteOptions, writeSummary } from "./write-summary.ts";

export interface SummarizeOptions extends WriteOptions {
  readonly jobs: ReturnType<typeof summaryJobs>;
  readonly now: () => number;
  /** How many texts in a row were no summary. A model loses less of what it knew when it is told less at once. */
  readonly refusals?: number;
}

/** The result of a job that has neither looked at what was said meanwhile, nor knows how long to wait. */
export type Summarized =
  | Exclude<SummarizeResult, { status: "applied" | "deferred" | "rejected" }>
  /** `much`: it was made of so many turns that fewer may do better. */
  | {
      readonly status: "rejected";
      readonly reasons: readonly RejectionReason[];
      readonly much: boolean;
    }
  | Omit<Extract<SummarizeResult, { status: "applied" }>, "due">
  | { readonly status: "deferred"; readonly error?: unknown };

/** Does one whole job. Trouble is an answer: what was not applied is still pending. */
export async function summarize(chat: string, options: SummarizeOptions): Promise<Summarized> {
  const { jobs, emit, signal } = options;
  const result = await run().catch((error: unknown): Summarized => {
    if (signal.aborted) return { status: "deferred" };
    const isArchive = error instanceof ArchiveFailure;
    // The failures of these have been told already.
    if (!isArchive && !(error instanceof RecallFailure))
      emit({ type: "store_failed", chat, error });
    return isPermanent(error)
      ? { status: "failed", by: isArchive ? "archive" : "store" }
      : { status: "deferred", error };
  });
  tell(chat, result, emit);
  return result;

  async function run(): Promise<Summarized> {
    const job = await jobs.start(chat, { signal });
    if (!("status" in job)) return fold(chat, job, options);
    return job.status === "applied" ? applied(job) : job;
  }
}

/** Folds the pending turns of a job into the summary, slice by slice. What was applied stays when a later slice fails. */
async function fold(chat: string, job: SummaryJob, options: SummarizeOptions): Promise<Summarized> {
  const { jobs, policy, now, refusals = 0, emit, signal } = options;
  let { state, pending } = job;
  let result: Summarized = { status: "nothing" };
  let maxTurns =
    refusals > 0 ? Math.max(policy.summarizeEvery, pending.length >> refusals) : Infinity;
  for (;;) {
    const startedMs = now();
    const slice = sliceOf(pending, { maxChars: policy.summaryChars, maxTurns });
    if (!slice) return result;
    const { said, to, rest } = slice;
    const written = await writeSummary(chat, { previous: state.summary, turns: said }, options);
    if (written.status === "too_long") {
      maxTurns = Math.floor(said.length / 2);
      continue;
    }
    if (written.status === "threw") return thrown(written.error, signal);
    if (written.status === "rejected")
      return { ...written, much: said.length > policy.summarizeEvery };
    const done = await jobs.finish(chat, { state, to }, written.text, { signal });
    if (done.status !== "applied") return done;
    result = applied(done);
    const { status: _, ...numbers } = result;
    const words = countWords(written.text);
    const ms = now() - startedMs;
    emit({ type: "summary_applied", chat, ...numbers, turns: said.length, words, ms });
    state = done.state;
    pending = rest;
  }
}

const applied = ({ state }: { readonly state: SummaryJob["state"] }) => ({
  status: "applied" as const,
  version: state.version,
  coversThrough: state.base + state.watermark,
});

const thrown = (error: unknown, signal: AbortSignal): Summarized =>
  isPermanent(error) && !signal.aborted
    ? { status: "failed", by: "summarizer" }
    : { status: "deferred", error };

/** Tells how a job ended that has changed nothing, or not all that it was to change. */
function tell(chat: string, result: Summarized, emit: Emit): void {
  if (result.status === "conflict") emit({ type: "summary_conflict", chat });
  if (result.status === "forgotten") emit({ type: "summary_forgotten", chat });
  if (result.status === "deferred") emit({ type: "summary_deferred", chat });
  if (result.status === "failed") emit({ type: "summary_failed", chat, by: result.by });
}
