import type { Completion } from "../chat-model.ts";
import { type Failure, failure } from "./failure.ts";

/** What a model sent in answer to one request, all of it. */
export interface SentAnswer {
  /** What a person may see of it. */
  readonly visible: string;
  /** What it said to decline. */
  readonly refusal: string;
  /** Why it ended. */
  readonly finish: string | null | undefined;
  /** The text was longer than `maxChars`. */
  readonly isCut: boolean;
}

export interface AnswerContext {
  readonly model: string;
  readonly status: number;
  /** A cut text is no answer. */
  readonly whole: boolean;
}

/** Whether there is nothing in a text that can be seen. */
export const isBlank = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u.test(text);

/** Says what an answer comes to: it is one only if it has text that can be seen, and says why it ended. */
export function readAnswer(
  { visible, refusal, finish, isCut }: SentAnswer,
  { model, status, whole }: AnswerContext,
): Pick<Completion, "text" | "finishReason" | "refused"> | Failure {
  const isRefused = isBlank(visible) && !isBlank(refusal);
  const text = isRefused ? refusal : visible;
  if (finish === "content_filter" && !isRefused)
    return failure("moderated", model, "cut its answer by a content filter", { status });
  if (isBlank(text)) {
    return finish === "length"
      ? failure("truncated", model, "used up the output tokens before it said anything", { status })
      : failure("empty_answer", model, `answered ${status} without text`, { status });
  }
  const whatEnded = "answered without a finish reason: the text may be cut";
  if (!finish && !isCut) return failure("malformed_answer", model, whatEnded, { status });
  const isShort = finish === "length" || isCut;
  if (isShort && whole)
    return failure("truncated", model, "used up the output tokens within its answer", { status });
  return {
    text,
    finishReason: isShort ? "length" : "stop",
    ...(isRefused && { refused: true }),
  };
}
