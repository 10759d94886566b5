import * as z from "zod/mini";
import { Annotations } from "./citations.ts";

export const optionalText = z.catch(z.nullish(z.string()), null);

const Part = z.object({ type: z.string(), text: optionalText, refusal: optionalText });

/** A message of a model, or a piece of one. */
export const Message = z.object({
  content: z.catch(z.nullish(z.union([z.string(), z.array(Part)])), null),
  refusal: optionalText,
  annotations: Annotations,
});
export type Message = z.output<typeof Message>;

/** Takes what was said. Thinking comes in fields and parts of its own, which are not read. */
export function spoken(message: Message | null | undefined): {
  readonly content: string;
  readonly refusal: string;
} {
  const { content, refusal } = message ?? {};
  if (!Array.isArray(content)) return { content: content ?? "", refusal: refusal ?? "" };
  const texts = content.filter(({ type }) => type === "text").map((part) => part.text ?? "");
  const refusals = content.map((part) => part.refusal ?? "");
  return { content: texts.join(""), refusal: refusal ?? refusals.join("") };
}

const count = z.catch(z.nullish(z.number()), null);

/** The tokens of a request and what they cost. */
export const Usage = z.object({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  prompt_tokens_details: z.catch(z.nullish(z.object({ cached_tokens: count })), null),
  completion_tokens_details: z.catch(z.nullish(z.object({ reasoning_tokens: count })), null),
  cost: count,
});
export type Usage = z.output<typeof Usage>;

/** The counts under the names of the port. */
export function spent(usage: Usage) {
  const cached = usage.prompt_tokens_details?.cached_tokens;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens;
  return {
    input: usage.prompt_tokens,
    output: usage.completion_tokens,
    ...(typeof cached === "number" && { cached }),
    ...(typeof reasoning === "number" && { reasoning }),
    ...(typeof usage.cost === "number" && { cost: usage.cost }),
  };
}
