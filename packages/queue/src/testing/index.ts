export {
  queueContract,
  type QueueContractCase,
  type QueueContractOptions,
} from "./queue-contract.ts";
export type { Body as ContractBody } from "./kit.ts";
