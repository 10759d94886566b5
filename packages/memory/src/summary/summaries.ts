import type { DueOptions, SummarizeResult } from "../summarizing.ts";
import type { WaitOptions } from "../wait-options.ts";
import { chatBackoff } from "./chat-backoff.ts";
import { singleFlight } from "./single-flight.ts";
import { summarize, type SummarizeOptions, type Summarized } from "./summarize.ts";
import { type SummaryTiers, summaryJobs } from "./summary-job.ts";
import { untilWindowMs } from "./summary-window.ts";

export interface SummariesOptions
  extends SummaryTiers, Pick<SummarizeOptions, "summarizer" | "policy"> {
  /** Hears that the chat's summary may be another one. */
  readonly changed: (chat: string) => void;
}

export interface Summaries {
  /**
   * Summarizes a chat: one job at a time, none for a while after one that failed, and none outside of the windows of the
   * policy, unless it is wanted `atOnce`.
   */
  readonly summarize: (
    chat: string,
    options: DueOptions & { readonly atOnce?: boolean },
  ) => Promise<SummarizeResult>;
  /** Lets the next summary of the chat be tried at once. */
  forgot(chat: string): void;
}

/** Says how long to wait by the error, or by what caused it. */
function askedForMs(error: unknown): number {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("retryAfterMs" in at && typeof at.retryAfterMs === "number") return at.retryAfterMs;
  return 0;
}

/**
 * Makes the summaries of this process. A model is paid for each call, so that neither many callers at once nor a caller
 * at every message make more calls than there are summaries to be made.
 */
export function summaries(options: SummariesOptions): Summaries {
  const { store, policy, now, changed } = options;
  const jobs = summaryJobs(options);
  const backoff = chatBackoff({ now, baseMs: policy.summaryBackoffMs });
  const once = singleFlight<SummarizeResult>(() => ({ status: "deferred" }));

  /** Not to know counts as no, because the next commit tells. */
  async function isDue(chat: string, { signal }: WaitOptions): Promise<boolean> {
    try {
      const { seq, watermark } = await store.begin(chat, "", { signal });
      return seq - watermark >= policy.summarizeEvery;
    } catch {
      return false;
    }
  }

  async function resultOf(
    chat: string,
    summarized: Summarized,
    signal: AbortSignal,
  ): Promise<SummarizeResult> {
    switch (summarized.status) {
      case "applied":
        backoff.ended(chat);
        return { ...summarized, due: await isDue(chat, { signal }) };
      case "deferred":
        if (signal.aborted) return { status: "deferred" };
        return {
          status: "deferred",
          retryAfterMs: backoff.failed(chat, {
            atLeastMs: askedForMs(summarized.error),
            away: true,
          }),
        };
      case "rejected": {
        const { much, ...rejected } = summarized;
        const retryAfterMs = backoff.failed(chat);
        return much ? { ...rejected, retryAfterMs } : rejected;
      }
      case "failed":
        backoff.failed(chat, { away: true });
        return summarized;
      default:
        return summarized;
    }
  }

  return {
    async summarize(chat, { atOnce = false, dueSinceMs, signal }) {
      const windowMs = atOnce ? 0 : untilWindowMs(now(), policy.summaryWindowMs, dueSinceMs);
      const backoffMs = backoff.leftMs(chat);
      if (windowMs > backoffMs)
        return { status: "deferred", retryAfterMs: windowMs, planned: true };
      if (backoffMs > 0) return { status: "deferred", retryAfterMs: backoffMs };
      return once(
        chat,
        async (waited) => {
          const refusals = backoff.refusals(chat);
          const summarized = await summarize(chat, { ...options, jobs, refusals, signal: waited });
          // Some slices may have been applied before trouble came.
          changed(chat);
          return resultOf(chat, summarized, waited);
        },
        { signal },
      );
    },
    forgot: (chat) => backoff.ended(chat),
  };
}
