import type { SummaryArchive } from "../archive.ts";
import { archiveEpochCases } from "./cases/archive-epochs.ts";
import { archiveRecordCases } from "./cases/archive-records.ts";
import { archiveVersionCases } from "./cases/archive-versions.ts";
import { type ArchiveCases, type ContractCase, contractCases } from "./contract-case.ts";

/** Says how the contract comes by the archive under test. */
export interface ArchiveContractOptions {
  /** Makes or gives a connected archive. It may be the same one for all cases: each uses chats of its own. */
  readonly create: () => Promise<SummaryArchive>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: (archive: SummaryArchive) => Promise<void>;
}

/** Makes the cases that every `SummaryArchive` has to pass, one for each promise of the port. */
export function archiveContract(options: ArchiveContractOptions): ContractCase[] {
  const all: ArchiveCases = {
    ...archiveRecordCases,
    ...archiveVersionCases,
    ...archiveEpochCases,
  };
  return contractCases(all, options);
}
