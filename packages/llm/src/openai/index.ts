export {
  type OpenAiChatModelOptions,
  type OpenAiClient,
  type RetryEvent,
  type UsageEvent,
  openaiChatModel,
} from "./openai-chat-model.ts";
