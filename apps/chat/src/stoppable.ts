import { type ChatModel, chatStream } from "@tgmem/llm";

/**
 * The same model, whose answer ends when the person stops it: with what was written by then, as one that was cut short. A
 * stop before the first word fails the call.
 */
export const stoppable = (model: ChatModel, stop: AbortSignal): ChatModel => ({
  ...model,
  stream: (messages, options = {}) =>
    chatStream(async ({ emit, signal }) => {
      let text = "";
      const answer = model.stream(messages, {
        ...options,
        signal: AbortSignal.any([signal, stop]),
      });
      try {
        for await (const piece of answer) {
          text += piece;
          emit(piece);
        }
        return await answer.completion;
      } catch (error) {
        if (!stop.aborted || text.trim() === "") throw error;
        return { text, finishReason: "length", model: "stopped" };
      }
    }, options),
});
