// contracts
export { archiveContract, type ArchiveContractOptions } from "./archive-contract.ts";
export { archiveRecord } from "./archive-record.ts";
export { type ContractCase } from "./contract-case.ts";
export { recallContract, type RecallContractOptions } from "./recall-contract.ts";
export { windowStoreContract, type WindowStoreContractOptions } from "./window-store-contract.ts";
// doubles
export { type CannedSummarizer, cannedSummarizer } from "./canned-summarizer.ts";
export { type ArchiveCall, type FaultyArchive, faultyArchive } from "./faulty-archive.ts";
