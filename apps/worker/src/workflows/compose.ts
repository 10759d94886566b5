import type { InboundMessage } from "@tgmem/contracts";
import type { ChatMessage, ChatModel } from "@tgmem/llm";
import { unreadable } from "./prompts.ts";
import { asked, cannotBeRead } from "./said.ts";

/**
 * The answer to a message: the model's, or one sentence when there are no words to answer. Rejects when the signal has
 * aborted, so that whoever lost the message meanwhile writes nothing.
 */
export async function compose(
  message: InboundMessage,
  prompt: (text: string) => readonly ChatMessage[],
  model: ChatModel,
  signal: AbortSignal,
): Promise<string> {
  if (cannotBeRead(message)) return unreadable[message.unreadable].answer;
  const { text } = await model.complete(prompt(asked(message)), { signal });
  signal.throwIfAborted();
  return text;
}
