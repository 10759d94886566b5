// a model without a server, and what to let a server say
export { cannedReply } from "./canned-reply.ts";
export { type ScriptedAnswer, type ScriptedModel, scriptedModel } from "./scripted-model.ts";
// the promises of a ChatModel
export {
  type ChatModelContractOptions,
  type ChatModelSituation,
  type ContractCase,
  chatModelContract,
} from "./chat-model-contract.ts";
