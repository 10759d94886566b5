// a model server
export {
  type FakeOpenRouter,
  type FakeOpenRouterOptions,
  startFakeOpenRouter,
} from "./fake-openrouter.ts";
export {
  type AnswerOptions,
  type Behaviour,
  type FakeRequest,
  type HttpErrorOptions,
  answer,
  faults,
  httpError,
  slowly,
} from "./faults.ts";
export { defaultReply } from "./default-reply.ts";
// a model without a server
export { type ScriptedAnswer, type ScriptedModel, scriptedModel } from "./scripted-model.ts";
// the promises of a ChatModel
export {
  type ChatModelContractOptions,
  type ChatModelSituation,
  type ChatModelUnderTest,
  type ContractCase,
  chatModelContract,
} from "./chat-model-contract.ts";
