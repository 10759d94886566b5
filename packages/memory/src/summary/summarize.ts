import type { Emit } from "../events.ts";
import type { SummarizeResult } from "../memory.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { Summarizer } from "../summarizer.ts";
import { bounded } from "../tiers/bounded.ts";
import { ArchiveFailure } from "../tiers/guarded-archive.ts";
import { validateSummary } from "../validation/validate-summary.ts";
import { countWords } from "../validation/words.ts";
import type { SummaryJob, summaryJobs } from "./summary-job.ts";

export interface SummarizeOptions {
  readonly jobs: ReturnType<typeof summaryJobs>;
  readonly summarizer: Summarizer;
  readonly policy: CheckedPolicy;
  readonly now: () => number;
  readonly emit: Emit;
  readonly signal: AbortSignal | undefined;
}

/** The result of a job that has not looked at what was said meanwhile. */
type Summarized =
  | Exclude<SummarizeResult, { status: "applied" }>
  | Omit<Extract<SummarizeResult, { status: "applied" }>, "due">;

/** Does one whole job. Trouble is an answer: nothing has changed, and the turns are still pending. */
export async function summarize(chat: string, options: SummarizeOptions): Promise<Summarized> {
  const { jobs, policy, now, emit, signal } = options;
  const startedMs = now();

  async function run(): Promise<Summarized> {
    const job = await jobs.start(chat, { signal });
    if ("status" in job) return job;
    const text = await write(chat, job, options);
    if (text === null) return { status: "deferred" };
    const { minWords, maxWords } = policy;
    const validated = validateSummary(text, {
      previous: job.state.summary,
      turns: job.pending,
      minWords,
      maxWords,
    });
    if (!validated.ok) {
      emit({ type: "summary_rejected", chat, reasons: validated.reasons });
      return { status: "rejected", reasons: validated.reasons };
    }
    const result = await jobs.finish(chat, job, validated.text, { signal });
    if (result.status !== "applied") return result;
    const { version, coversThrough } = result;
    emit({
      type: "summary_applied",
      chat,
      version,
      coversThrough,
      turns: job.pending.length,
      words: countWords(validated.text),
      ms: now() - startedMs,
    });
    return result;
  }

  const result = await run().catch((error: unknown): Summarized => {
    // The archive's failure has been told already, and an abort is no failure of the store.
    if (!(error instanceof ArchiveFailure) && !signal?.aborted)
      emit({ type: "store_failed", chat, error });
    return { status: "deferred" };
  });
  if (result.status === "conflict") emit({ type: "summary_conflict", chat });
  if (result.status === "forgotten") emit({ type: "summary_forgotten", chat });
  if (result.status === "deferred") emit({ type: "summary_deferred", chat });
  return result;
}

/** Asks the summarizer. Resolves with null when it gave nothing. */
async function write(
  chat: string,
  { state, pending }: SummaryJob,
  { summarizer, policy, emit, signal }: SummarizeOptions,
): Promise<string | null> {
  const { minWords, maxWords, summarizerTimeoutMs: ms } = policy;
  try {
    const input = { previous: state.summary, turns: pending, minWords, maxWords };
    const { text } = await bounded((waited) => summarizer.summarize(input, waited), {
      ms,
      late: () => new Error(`The summarizer did not answer within ${ms} ms.`),
      signal,
    });
    return text;
  } catch (error) {
    emit({ type: "summarizer_failed", chat, error });
    return null;
  }
}
