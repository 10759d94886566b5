import * as z from "zod/mini";
import type { Completion } from "../chat-model.ts";
import { type AnswerContext, readAnswer } from "./answer.ts";
import { type Failure, failure } from "./failure.ts";
import { type ProviderErrorContext, providerError } from "./provider-error.ts";

const text = z.catch(z.nullish(z.string()), null);

const Part = z.object({ type: z.string(), text, refusal: text });
const Message = z.object({
  content: z.catch(z.nullish(z.union([z.string(), z.array(Part)])), null),
  refusal: text,
});
type Message = z.output<typeof Message>;

const Choice = z.object({
  finish_reason: text,
  error: z.optional(z.unknown()),
  message: z.catch(z.nullish(Message), null),
});

const Usage = z.object({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost: z.catch(z.nullish(z.number()), null),
});

const Answer = z.object({
  model: z.catch(z.optional(z.string()), undefined),
  error: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  choices: z.catch(z.nullish(z.array(Choice)), null),
  usage: z.catch(z.nullish(Usage), null),
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

export type ReadCompletionContext = ProviderErrorContext & AnswerContext;

/** Reads the body of a 200: it is an answer only if it has text and says why it ended. */
export function readCompletion(data: unknown, context: ReadCompletionContext): AttemptResult {
  const { model: asked, status } = context;
  // Gemini wraps its errors in an array.
  const parsed = Answer.safeParse(Array.isArray(data) ? data[0] : data);
  if (!parsed.success)
    return {
      result: failure("malformed_answer", asked, `answered ${status} without a JSON object`, {
        status,
      }),
    };

  const { error, message, detail, choices, usage: counted, model = asked } = parsed.data;
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
  if (!choice && (error || message || detail))
    return withUsage(providerError(error || parsed.data, context));
  if (choice && (choice.error || choice.finish_reason === "error"))
    return withUsage(providerError(choice.error ?? error, context));

  const answer = readAnswer({ ...spoken(choice?.message), finish: choice?.finish_reason }, context);
  if ("error" in answer) return withUsage(answer);
  return withUsage({
    ...answer,
    model,
    ...(usage && { usage: { input: usage.input, output: usage.output } }),
    ...(usage?.cost !== undefined && { cost: usage.cost }),
  });
}

/** Thinking comes in fields and parts of its own, which are not read. */
function spoken(message: Message | null | undefined): { content: string; refusal: string } {
  const { content, refusal } = message ?? {};
  if (!Array.isArray(content)) return { content: content ?? "", refusal: refusal ?? "" };
  const texts = content.filter(({ type }) => type === "text").map((part) => part.text ?? "");
  const refusals = content.map((part) => part.refusal ?? "");
  return { content: texts.join(""), refusal: refusal ?? refusals.join("") };
}
