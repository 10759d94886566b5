import type { WindowStore } from "../store.ts";
import { commitCases } from "./cases/commits.ts";
import { editCases } from "./cases/edits.ts";
import { forgetCases } from "./cases/forgets.ts";
import { hydrateCases } from "./cases/hydrates.ts";
import { listCases } from "./cases/lists.ts";
import { oddDataCases } from "./cases/odd-data.ts";
import { partCases } from "./cases/parts.ts";
import { pauseCases } from "./cases/pauses.ts";
import { summaryCases } from "./cases/summaries.ts";
import { type ContractCase, contractCases, type StoreCases } from "./contract-case.ts";

/** Says how the contract comes by the store under test. */
export interface WindowStoreContractOptions {
  /** Makes or gives a store that keeps this much. It may be the same one for all cases: each uses chats of its own. */
  readonly create: (limits: {
    readonly window: number;
    readonly cap: number;
  }) => Promise<WindowStore>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: (store: WindowStore) => Promise<void>;
}

/** The cases count on these: they commit a turn more than the cap, and look for the last three. */
const limits = { window: 3, cap: 6 };

/** Makes the cases that every `WindowStore` has to pass, one for each promise of the port. */
export function windowStoreContract({
  create,
  destroy,
}: WindowStoreContractOptions): ContractCase[] {
  const all: StoreCases = {
    ...commitCases,
    ...summaryCases,
    ...hydrateCases,
    ...forgetCases,
    ...editCases,
    ...partCases,
    ...pauseCases,
    ...listCases,
    ...oddDataCases,
  };
  return contractCases(all, { create: () => create(limits), destroy });
}
