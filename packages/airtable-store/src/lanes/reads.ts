import type { Schema } from "../schema.ts";
import type { Found, Table } from "../rows/table.ts";
import { createLane } from "./lane.ts";

/** Keys in one formula: what one page of rows answers. */
const keysPerRead = 100;

/** Looks up users, up to 100 in one call. */
export function createReads(table: Table, schema: Schema) {
  return createLane<string, Found>({
    pick: (queue) => queue.splice(0, keysPerRead),
    async run(batch, signal) {
      const users = [...new Set(batch.map(({ input }) => input))];
      const found = await schema.using((shape) => table.find(users, shape, signal));
      for (const ticket of batch) ticket.resolve(found(ticket.input));
    },
  });
}
