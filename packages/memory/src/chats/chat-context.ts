import type { SummaryArchive } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { MemoryState, WindowStore } from "../store.ts";

/** What everything that a person does with the memory of one chat needs. */
export interface ChatContext {
  readonly chat: string;
  readonly store: WindowStore;
  readonly archive: SummaryArchive | null;
  readonly recall: RecallIndex | null;
  readonly emit: Emit;
  readonly policy: CheckedPolicy;
  readonly now: () => number;
  /** Reads the state, after what the archive has and the store has not was taken over. */
  readonly read: (options: WaitOptions) => Promise<MemoryState>;
  /** Notes that the archive has another record of this chat. */
  readonly changed: () => void;
}
