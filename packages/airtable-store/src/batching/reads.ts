import type { Schema } from "../schema.ts";
import type { Found, Table } from "../rows/table.ts";
import { createBatcher } from "./batcher.ts";

/** Keys in one formula: what one page of rows answers. */
const keysPerRead = 100;

/** Looks up people, up to 100 in one call. */
export function createReads(table: Table, schema: Schema) {
  return createBatcher<string, Found>({
    takeBatch: (queue) => queue.splice(0, keysPerRead),
    async run(batch, { signal }) {
      const users = [...new Set(batch.map(({ input }) => input))];
      const found = await schema.using((shape) => table.find(users, shape, { signal }));
      for (const call of batch) call.resolve(found(call.input));
    },
  });
}
