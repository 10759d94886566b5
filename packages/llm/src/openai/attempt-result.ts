import type { Completion } from "../chat-model.ts";
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

/** Joins an answer with what it took. */
export function completionOf(
  answer: Pick<Completion, "text" | "finishReason" | "refused">,
  model: string,
  counted: Usage | null | undefined,
): Completion {
  if (!counted) return { ...answer, model };
  const { cost, ...usage } = spent(counted);
  return { ...answer, model, usage, ...(cost !== undefined && { cost }) };
}
