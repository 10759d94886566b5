// the server
export {
  type OpenRouterServer,
  type OpenRouterServerOptions,
  startOpenRouterServer,
} from "./start-openrouter-server.ts";
// how it answers
export type { Behaviour, ReceivedRequest } from "./behaviour.ts";
export type { AnswerOptions, CitedPage } from "./completion.ts";
export { type HttpErrorOptions, answer, faults, httpError, slowly } from "./faults.ts";
export { type StreamStep, streamed } from "./stream.ts";
// all of it by name
export { modes } from "./modes.ts";
