import type { ChatModel, Completion } from "@tgmem/llm";
import type { Tracing } from "@tgmem/service";

/** The same model, each call of which is a span by the conventions for generative AI: names and numbers, no words. */
export function tracedModel(model: ChatModel, tracing: Pick<Tracing, "span">): ChatModel {
  const record = (call: Promise<Completion>) =>
    tracing.span("chat", { attributes: { "gen_ai.operation.name": "chat" } }, async (span) => {
      const completion = await call;
      span.set({
        "gen_ai.response.model": completion.model,
        "gen_ai.response.finish_reasons": [completion.finishReason],
        ...(completion.usage && {
          "gen_ai.usage.input_tokens": completion.usage.input,
          "gen_ai.usage.output_tokens": completion.usage.output,
        }),
      });
      return completion;
    });
  return {
    ...model,
    complete: (messages, options) => record(model.complete(messages, options)),
    stream(messages, options) {
      const answer = model.stream(messages, options);
      record(answer.completion).catch(() => {});
      return answer;
    },
  };
}
