import type { Emit } from "../events.ts";
import type { RejectionReason } from "../summarizing.ts";
import type { Turn } from "../turn.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { Summarizer } from "../summarizer.ts";
import { bounded } from "../tiers/bounded.ts";

export interface WriteOptions {
  readonly summarizer: Summarizer;
  readonly policy: CheckedPolicy;
  readonly emit: Emit;
  readonly signal: AbortSignal;
}

/** What a summarizer gave: a summary that may be kept, or none, for a reason. */
export type Written =
  | { readonly status: "written"; readonly text: string }
  | { readonly status: "rejected"; readonly reasons: readonly RejectionReason[] }
  /** The turns do not fit; fewer may. */
  | { readonly status: "too_long" }
  | { readonly status: "threw"; readonly error: unknown };

/** Asks the summarizer to fold turns into the summary so far, and looks at what it says. */
export async function writeSummary(
  chat: string,
  { previous, turns }: { readonly previous: string | null; readonly turns: readonly Turn[] },
  { summarizer, policy, emit, signal }: WriteOptions,
): Promise<Written> {
  const { minWords, maxWords, summarizerTimeoutMs: ms } = policy;
  try {
    refuseOffline(summarizer, previous);
    const input = { previous, turns, minWords, maxWords };
    const { text } = await bounded((waited) => summarizer.summarize(input, waited), {
      ms,
      late: () => new Error(`The summarizer did not answer within ${ms} ms.`),
      signal,
    });
    // Its phrases in a dozen languages are a tenth of what a bot would do at its start, and no turn needs them.
    const { validateSummary } = await import("../validation/validate-summary.ts");
    const validated = validateSummary(text, { previous, turns, minWords, maxWords });
    if (validated.ok) return { status: "written", text: validated.text };
    emit({ type: "summary_rejected", chat, reasons: validated.reasons });
    return { status: "rejected", reasons: validated.reasons };
  } catch (error) {
    if (turns.length > 1 && isTooLong(error)) return { status: "too_long" };
    emit({ type: "summarizer_failed", chat, error });
    return { status: "threw", error };
  }
}

function refuseOffline({ offline }: Summarizer, previous: string | null): void {
  if (!offline || previous === null || offline.wrote(previous)) return;
  throw new Error(
    "This summarizer works without a model, and must not replace a summary that a model or a person wrote: give memory one with a model.",
  );
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "context_too_long";
