export { queueContract, type ContractCase, type QueueContractOptions } from "./queue-contract.ts";
export type { Body as ContractBody } from "./kit.ts";
