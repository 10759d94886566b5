// jobs
export { InboundMessage, commandLane, chatLane, inboundId } from "./inbound.ts";
export { OutboundMessage } from "./outbound.ts";
export { SummaryRequest } from "./summary-request.ts";
export { TelegramId } from "./telegram-id.ts";
// queues and workflows
export { Queues } from "./queues.ts";
export { JobRef, type Workflow, Workflows } from "./workflows.ts";
