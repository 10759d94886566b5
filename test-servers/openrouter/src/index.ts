// the server
export {
  type OpenRouterServer,
  type OpenRouterServerOptions,
  startOpenRouterServer,
} from "./start-openrouter-server.ts";
// how it answers
export {
  type AnswerOptions,
  type Behaviour,
  type HttpErrorOptions,
  type ReceivedRequest,
  answer,
  faults,
  httpError,
  slowly,
} from "./faults.ts";
