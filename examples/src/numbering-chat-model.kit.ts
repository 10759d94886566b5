import { setImmediate } from "node:timers/promises";
import { chatStream, type ChatModel } from "@tgmem/llm";

/** What the model says of everybody who talks about a town and ships. */
const summary = "The person moved to Porto, and has seen ships.";

/** A model of `@tgmem/llm` that numbers its answers, lets others run while it thinks, and writes a summary. */
export function numberingChatModel() {
  const prompts: string[][] = [];
  const model: ChatModel = {
    async complete(messages) {
      await setImmediate();
      const asked = messages.map(({ content }) => content);
      const isSummary = asked.at(-1)?.startsWith("{") ?? false;
      if (!isSummary) prompts.push(asked);
      const text = isSummary ? summary : `answer ${prompts.length}`;
      return { text, finishReason: "stop", model: "numbering" };
    },
    stream: (...call) => chatStream(() => model.complete(...call)),
  };
  return { model, prompts: () => prompts };
}
