import type { CallBudget } from "../call-budget.ts";
import type { KnownRows } from "../rows/known-rows.ts";
import type { Found, Table } from "../rows/table.ts";
import type { Schema } from "../schema.ts";
import { createBatcher } from "./batcher.ts";

/** Keys in one formula: what one page of rows answers. */
const keysPerRead = 100;

export interface ReadsOptions {
  readonly table: Table;
  readonly schema: Schema;
  readonly known: KnownRows;
  readonly budget: CallBudget;
}

/**
 * Looks up people, up to 100 in one call. Where calls are scarce, a look takes along others whose rows were seen longest
 * ago, because it costs the same.
 */
export function createReads({ table, schema, known, budget }: ReadsOptions) {
  return createBatcher<string, Found>({
    takeBatch: (queue) => queue.splice(0, keysPerRead),
    async run(batch, { signal }) {
      const asked = batch.map(({ input }) => input);
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
          table.checkKey(call.input, shape);
          call.resolve(found(call.input));
        } catch (error) {
          call.reject(error);
        }
      }
    },
  });
}
