import * as z from "zod/mini";
import { cutText } from "../cut-text.ts";
import { type AnswerContext, readAnswer } from "./answer.ts";
import { type AttemptResult, completionOf } from "./attempt-result.ts";
import { failure } from "./failure.ts";
import { Message, optionalText, spent, spoken, Usage } from "./message.ts";
import { type ProviderErrorContext, providerError } from "./provider-error.ts";
import { visibleText } from "./visible-text.ts";

const Choice = z.object({
  finish_reason: optionalText,
  error: z.optional(z.unknown()),
  message: z.catch(z.nullish(Message), null),
});

const Answer = z.object({
  model: z.catch(z.optional(z.string()), undefined),
  provider: optionalText,
  error: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  choices: z.catch(z.nullish(z.array(Choice)), null),
  usage: z.catch(z.nullish(Usage), null),
});

export type ReadCompletionContext = ProviderErrorContext &
  AnswerContext & {
    /** A longer text is cut. */
    readonly maxChars: number;
  };

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

  const { error, message, detail, choices, usage: counted, model = asked, provider } = parsed.data;
  const withUsage = (result: AttemptResult["result"]): AttemptResult => ({
    result,
    ...(counted && { usage: { model, ...(provider && { provider }), ...spent(counted) } }),
  });

  const choice = choices?.[0];
  if (!choice && (error || message || detail))
    return withUsage(providerError(error || data, context));
  if (choice && (choice.error || choice.finish_reason === "error"))
    return withUsage(providerError(choice.error ?? error, context));

  const { content, refusal } = spoken(choice?.message);
  const visible = visibleText(content);
  const answer = readAnswer(
    {
      visible: cutText(visible, context.maxChars),
      refusal: cutText(refusal, context.maxChars),
      finish: choice?.finish_reason,
      isCut: Math.max(visible.length, refusal.length) > context.maxChars,
    },
    context,
  );
  if ("error" in answer) return withUsage(answer);
  const annotations = choice?.message?.annotations ?? [];
  const { parameters } = context;
  return withUsage(completionOf(answer, counted, { model, parameters, annotations }));
}
