// jobs
export {
  InboundMessage,
  Unreadable,
  argumentOf,
  commandOf,
  concernsAdministrator,
  inboundId,
  isCommand,
  isCommandLane,
  isLaterId,
  laneOf,
  lanesOf,
  needsAdministrator,
  originalId,
  siblingId,
} from "./inbound.ts";
export { OutboundMessage } from "./outbound.ts";
export { outboundJob } from "./outbound-job.ts";
export { SummaryRequest } from "./summary-request.ts";
export { TelegramId } from "./telegram-id.ts";
export type { Way } from "./way.ts";
// queues and workflows
export { inboundQueue, outboundQueue, summariesQueue } from "./queues.ts";
export { JobRef, type Workflow, Workflows } from "./workflows.ts";
// beside the lists
export { publishReceiverAccount, readReceiverAccount } from "./account.ts";
export { answeringKey, markAnswering, type Place, placeName, placeNamed } from "./answering.ts";
export { Draft, draftsChannel } from "./draft.ts";
export {
  createEraseFromLists,
  type ErasedFromLists,
  type EraseFromLists,
  markOfAll,
} from "./forgotten/erase-from-lists.ts";
export {
  type ForgetMark,
  type ForgetMarks,
  inMemoryForgetMarks,
  isForgotten,
  redisForgetMarks,
} from "./forgotten/forget-marks.ts";
export { forgetScript, forgetTwin } from "./forgotten/forget-script.ts";
export { type ModelChoices, redisModelChoices } from "./model-choices.ts";
export {
  isForOperator,
  OperatorAnswer,
  operatorAccount,
  operatorChannel,
} from "./operator-answer.ts";
export { isOpen, mostQuestions, type People, Person, questionMs } from "./people/people.ts";
export { askScript, askTwin } from "./people/ask-script.ts";
export { redisPeople } from "./people/redis-people.ts";
export { replaceScript, replaceTwin } from "./people/replace-script.ts";
export {
  dayOf,
  readSpent,
  redisSpending,
  spentDays,
  type Spending,
  type Spent,
} from "./spending.ts";
