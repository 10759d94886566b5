import type { Completion } from "../chat-model.ts";
import { citationsIn } from "./citations.ts";
import type { Failure } from "./failure.ts";
import { spent, type Usage } from "./message.ts";

/** What one request came to. Failed answers are billed too, so usage stands beside the result. */
export interface AttemptResult {
  readonly result: Completion | Failure;
  readonly usage?: {
    readonly model: string;
    readonly provider?: string;
  } & ReturnType<typeof spent>;
}

interface CompletionContext {
  /** The model that answered. */
  readonly model: string;
  /** The names in the request that may be left out. */
  readonly parameters: readonly string[];
  /** What was said about the text. */
  readonly annotations: readonly unknown[];
}

/** Joins an answer with what it draws on, and what it took. */
export function completionOf(
  answer: Pick<Completion, "text" | "finishReason" | "refused">,
  counted: Usage | null | undefined,
  { model, parameters, annotations }: CompletionContext,
): Completion {
  const citations = citationsIn(annotations);
  const completion = { ...answer, model, ...(citations.length > 0 && { citations }) };
  if (!counted) return completion;
  const { cost, ...counts } = spent(counted);
  // A tool and what it finds are part of the prompt.
  const usage = { ...counts, ...(parameters.includes("tools") && { enlarged: true as const }) };
  return { ...completion, usage, ...(cost !== undefined && { cost }) };
}
