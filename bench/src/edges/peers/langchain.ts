import { ChatOpenAI } from "@langchain/openai";
import { type OpenPeer, timeoutMs } from "./peer.ts";

export const openLangchain: OpenPeer = (baseURL) => async (model, messages, options) => {
  const chat = new ChatOpenAI({
    model,
    apiKey: "key",
    timeout: timeoutMs,
    maxTokens: 4_000,
    configuration: { baseURL },
  });
  const { content } = await chat.invoke(
    messages.map(({ role, content: text }): [string, string] => [role, text]),
    options,
  );
  return typeof content === "string" ? content : JSON.stringify(content);
};
