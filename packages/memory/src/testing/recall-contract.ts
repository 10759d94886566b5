import type { PostingLimits, PostingStore } from "../recall/posting-store.ts";
import { recallAddCases } from "./cases/recall-adds.ts";
import { recallForgetCases } from "./cases/recall-forgets.ts";
import { recallOddDataCases } from "./cases/recall-odd-data.ts";
import { recallSearchCases } from "./cases/recall-searches.ts";
import { type ContractCase, contractCases, type RecallCases } from "./contract-case.ts";

/** Says how the contract comes by the store under test. */
export interface RecallContractOptions {
  /** Makes or gives a store that keeps this much. It may be the same one for all cases: each uses chats of its own. */
  readonly create: (limits: Required<PostingLimits>) => Promise<PostingStore>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: (store: PostingStore) => Promise<void>;
}

/** The cases count on these: they add more turns than that, and a word in more messages. */
const limits = { maxTurns: 300, maxPostings: 200 };

/** Makes the cases that every `PostingStore` has to pass with a recall index on it, one for each promise of both ports. */
export function recallContract({ create, destroy }: RecallContractOptions): ContractCase[] {
  const all: RecallCases = {
    ...recallSearchCases,
    ...recallAddCases,
    ...recallForgetCases,
    ...recallOddDataCases,
  };
  return contractCases(all, { create: () => create(limits), destroy });
}
