export { openaiChatModel } from "./openai-chat-model.ts";
export type {
  ChatModelEvent,
  OpenAiChatModelOptions,
  OpenAiClient,
  RetryEvent,
  UsageEvent,
} from "./options.ts";
