import * as z from "zod/mini";
import { cutText } from "../cut-text.ts";
import { readAnswer } from "./answer.ts";
import { type AttemptResult, completionOf } from "./attempt-result.ts";
import { failure } from "./failure.ts";
import { Message, optionalText, spent, spoken, Usage } from "./message.ts";
import { providerError } from "./provider-error.ts";
import type { ReadCompletionContext } from "./read-completion.ts";
import { visiblePieces } from "./visible-pieces.ts";

const Delta = z.extend(Message, {
  reasoning: optionalText,
  reasoning_content: optionalText,
});

const Chunk = z.object({
  model: z.catch(z.optional(z.string()), undefined),
  provider: optionalText,
  error: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  choices: z.catch(
    z.nullish(
      z.array(
        z.object({
          finish_reason: optionalText,
          error: z.optional(z.unknown()),
          delta: z.catch(z.nullish(Delta), null),
        }),
      ),
    ),
    null,
  ),
  usage: z.catch(z.nullish(Usage), null),
});

/** Each holds what was read of a page. */
const maxAnnotations = 100;

export interface StreamedAnswerOptions {
  readonly emit: (piece: string) => void;
  readonly isHeld: boolean;
  /** Hears at the end of an answer whether it was thought aloud first. */
  readonly learn: (isAloud: boolean) => void;
}

/** Puts an answer together from the events of its stream, and hands out what can be seen of it. */
export function streamedAnswer(
  context: ReadCompletionContext,
  { emit, isHeld, learn }: StreamedAnswerOptions,
) {
  const { model: asked, status, maxChars, parameters } = context;
  const pieces = visiblePieces({ emit, maxChars, isHeld });
  let model = asked;
  let provider: string | null | undefined;
  let refusal = "";
  let finish: string | undefined;
  let counted: Usage | null = null;
  const annotations: unknown[] = [];
  let hasBegun = false;
  let isDone = false;
  let saidDone = false;
  let broken: AttemptResult["result"] | undefined;

  const fail = (result: AttemptResult["result"]) => {
    broken ??= result;
    isDone = true;
  };

  function takeChunk(data: unknown): void {
    const chunk = Chunk.safeParse(Array.isArray(data) ? data[0] : data).data;
    if (!chunk) return fail(malformed("sent an event that is no JSON object"));
    model = chunk.model || model;
    provider = chunk.provider || provider;
    counted = chunk.usage ?? counted;
    const [choice] = chunk.choices ?? [];
    if (chunk.error || choice?.error || choice?.finish_reason === "error")
      return fail(providerError(choice?.error || chunk.error, context));
    if (!chunk.choices && (chunk.message || chunk.detail))
      return fail(providerError(data, context));
    const { delta } = choice ?? {};
    const said = spoken(delta);
    hasBegun ||= [said.content, said.refusal, delta?.reasoning, delta?.reasoning_content].some(
      Boolean,
    );
    hasBegun ||= Array.isArray(delta?.content);
    if (annotations.length < maxAnnotations) annotations.push(...(delta?.annotations ?? []));
    refusal += said.refusal;
    pieces.push(said.content);
    finish = choice?.finish_reason || finish;
    if (pieces.isCut()) isDone = true;
  }

  const malformed = (what: string) => failure("malformed_answer", asked, what, { status });

  return {
    /** Takes the data of one event. */
    take(data: string): void {
      if (isDone) return;
      if (data === "[DONE]") {
        isDone = saidDone = true;
        return;
      }
      let event: unknown;
      try {
        event = JSON.parse(data);
      } catch {
        return fail(malformed("sent an event of broken JSON"));
      }
      takeChunk(event);
    },
    /** The model has begun to think or to write. */
    hasBegun: () => hasBegun,
    /** The answer is complete; only the count of its tokens may follow. */
    isComplete: () => finish !== undefined,
    /** There is nothing more to read. */
    isDone: () => isDone,
    /** What the stream came to, which has ended. */
    end(): AttemptResult {
      const usage = counted && {
        usage: { model, ...(provider && { provider }), ...spent(counted) },
      };
      if (broken) return { result: broken, ...usage };
      if (finish === undefined && !pieces.isCut()) {
        const result =
          saidDone && !hasBegun
            ? failure("empty_answer", asked, "ended its stream without an answer", { status })
            : malformed("ended its stream without a finish reason");
        return { result, ...usage };
      }
      const visible = pieces.end();
      learn(pieces.isAloud());
      const answer = readAnswer(
        {
          visible,
          refusal: cutText(refusal, maxChars),
          finish,
          isCut: pieces.isCut() || refusal.length > maxChars,
        },
        context,
      );
      const result =
        "error" in answer
          ? answer
          : completionOf(answer, counted, { model, parameters, annotations });
      return { result, ...usage };
    },
  };
}
