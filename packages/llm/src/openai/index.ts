export { openaiChatModel } from "./openai-chat-model.ts";
export type {
  ChatModelEvent,
  OpenAiChatModelOptions,
  OpenAiClient,
  RetryEvent,
  UsageEvent,
} from "./options.ts";
export { type ModelsClient, servedModel, type ServedModelOptions } from "./served-model.ts";
