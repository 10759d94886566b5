import type { CallBudget } from "../call-budget.ts";
import type { KnownRows } from "../rows/known-rows.ts";
import type { Found, Table } from "../rows/table.ts";
import type { Schema } from "../schema.ts";
import { createBatcher, type PendingCall } from "./batcher.ts";

/** Keys in one formula: what one page of rows answers. */
const keysPerRead = 100;

export interface ReadsOptions {
  readonly table: Table;
  readonly schema: Schema;
  readonly known: KnownRows;
  readonly budget: CallBudget;
  /** Waits as long as a patient look may wait for others. @default none waits */
  readonly gather?: (options: { readonly signal: AbortSignal }) => Promise<void>;
}

/** Who is looked up. */
export interface Look {
  readonly user: string;
  /** Whether the look may wait for others: nobody waits for its answer but a summary. */
  readonly isPatient: boolean;
}

/**
 * Looks up people, up to 100 in one call. Where calls are scarce, a look takes along others whose rows were seen longest
 * ago, because it costs the same.
 */
export function createReads({ table, schema, known, budget, gather }: ReadsOptions) {
  return createBatcher<Look, Found>({
    takeBatch: (queue) => queue.splice(0, keysPerRead),
    ...(gather && { gather: { wait: gather, isFull: isFullOrUrgent } }),
    async run(batch, { signal }) {
      const asked = batch.map(({ input }) => input.user);
      const isScarce = !budget.hasSpare();
      const others = isScarce ? known.oldest(keysPerRead) : [];
      if (isScarce) budget.looked();
      const users = [...new Set([...asked, ...others])].slice(0, keysPerRead);
      const { shape, found } = await schema.using(async (now) => ({
        shape: now,
        found: await table.find(users, now, { signal }),
      }));
      for (const user of users) known.saw(user, found(user));
      for (const call of batch) {
        try {
          table.checkKey(call.input.user, shape);
          call.resolve(found(call.input.user));
        } catch (error) {
          call.reject(error);
        }
      }
    },
  });
}

const isFullOrUrgent = (queue: readonly PendingCall<Look, Found>[]): boolean =>
  queue.length >= keysPerRead || queue.some(({ input }) => !input.isPatient);
