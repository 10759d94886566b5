import type { ChatModel } from "@tgmem/llm";

/**
 * The same model, whose answers are heard while it writes them: `onText` is called with the text as far as it is written. A
 * call after a failed one begins anew.
 */
export const overheard = (model: ChatModel, onText: (text: string) => void): ChatModel => ({
  ...model,
  async complete(messages, options) {
    const answer = model.stream(messages, options);
    let text = "";
    for await (const piece of answer) onText((text += piece));
    return answer.completion;
  },
});
