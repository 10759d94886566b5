export { openaiChatModel } from "./openai-chat-model.ts";
export type {
  BreakerClosedEvent,
  BreakerOpenedEvent,
  BreakerOptions,
  ChatModelEvent,
  FailedEvent,
  OpenAiChatModelOptions,
  OpenAiClient,
  RetryEvent,
  UsageEvent,
} from "./options.ts";
export { type ModelsClient, servedModel, type ServedModelOptions } from "./served-model.ts";
