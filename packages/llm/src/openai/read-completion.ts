import { z } from "zod";
import type { Completion } from "../chat-model.ts";
import { type Failure, failure } from "./failure.ts";
import { type ProviderErrorContext, providerError } from "./provider-error.ts";

const TextPart = z.object({ type: z.string(), text: z.string().catch("") });
const Content = z.union([
  z.string(),
  z.array(TextPart).transform((parts) =>
    parts
      .filter(({ type }) => type === "text")
      .map(({ text }) => text)
      .join(""),
  ),
]);

const Choice = z.object({
  finish_reason: z.string().nullish().catch(null),
  error: z.unknown().optional(),
  message: z
    .object({ content: Content.nullish().catch(null) })
    .nullish()
    .catch(null),
});

const Usage = z.object({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost: z.number().nullish().catch(null),
});

const Answer = z.object({
  model: z.string().optional().catch(undefined),
  error: z.unknown().optional(),
  choices: z.array(Choice).nullish().catch(null),
  usage: Usage.nullish().catch(null),
});

/** What one request came to. Failed answers are billed too, so usage stands beside the result. */
export interface AttemptResult {
  readonly result: Completion | Failure;
  readonly usage?: {
    readonly model: string;
    readonly input: number;
    readonly output: number;
    readonly cost?: number;
  };
}

/** Reads the body of a 200: it is an answer only if it has text and says why it ended. */
export function readCompletion(data: unknown, context: ProviderErrorContext): AttemptResult {
  const { model: asked, status } = context;
  const parsed = Answer.safeParse(data);
  if (!parsed.success)
    return {
      result: failure("malformed_answer", asked, `answered ${status} without a JSON object`, {
        status,
      }),
    };

  const { error, choices, usage: counted, model = asked } = parsed.data;
  const usage = counted && {
    input: counted.prompt_tokens,
    output: counted.completion_tokens,
    ...(typeof counted.cost === "number" && { cost: counted.cost }),
  };
  const withUsage = (result: Completion | Failure): AttemptResult => ({
    result,
    ...(usage && { usage: { model, ...usage } }),
  });

  const choice = choices?.[0];
  if (error && !choice) return withUsage(providerError(error, context));
  if (choice && (choice.error || choice.finish_reason === "error"))
    return withUsage(providerError(choice.error ?? error, context));

  const text = choice?.message?.content ?? "";
  const finish = choice?.finish_reason;
  if (finish === "content_filter")
    return withUsage(failure("moderated", asked, "cut its answer by a content filter", { status }));
  if (text.trim() === "") {
    if (finish === "length")
      return withUsage(
        failure("truncated", asked, "used up the output tokens before it said anything", {
          status,
        }),
      );
    return withUsage(failure("empty_answer", asked, `answered ${status} without text`, { status }));
  }
  if (!finish)
    return withUsage(
      failure("malformed_answer", asked, "answered without a finish reason: the text may be cut", {
        status,
      }),
    );
  return withUsage({
    text,
    finishReason: finish === "length" ? "length" : "stop",
    model,
    ...(usage && { usage: { input: usage.input, output: usage.output } }),
    ...(usage?.cost !== undefined && { cost: usage.cost }),
  });
}
