import type { ChatModel } from "@tgmem/llm";

/** The same model, whose answers are heard piece by piece while it writes them. */
export const overheard = (model: ChatModel, onPiece: (piece: string) => void): ChatModel => ({
  ...model,
  async complete(messages, options) {
    const answer = model.stream(messages, options);
    for await (const piece of answer) onPiece(piece);
    return answer.completion;
  },
});
