import type { ReceivedRequest } from "./request.ts";
import type { createListing } from "./list.ts";
import { forbidden, notFound, Refusal } from "./refusal.ts";
import type { Table } from "./table.ts";
import { create, type Meet, removeMany, removeOne, updateMany, updateOne } from "./write.ts";

export interface Base {
  readonly tables: Table[];
  readonly listing: ReturnType<typeof createListing>;
  readonly meet: Meet;
}

/** Answers a data call: `/{table}`, `/{table}/{record}` or `/{table}/listRecords`. */
export async function handleData(base: Base, request: ReceivedRequest): Promise<unknown> {
  const { method, body } = request;
  const [, , tableName, recordId, more] = request.path;
  const table = base.tables.find(({ id, name }) => id === tableName || name === tableName);
  if (!table) throw forbidden();
  if (more !== undefined) throw notFound();
  if (body instanceof Refusal) throw body;
  if (recordId === "listRecords" && method === "POST") return base.listing.list(table, body ?? {});
  if (recordId === undefined) return handleTable(base, table, request);
  if (method === "GET") return table.show(table.row(recordId));
  if (method === "DELETE") return removeOne(table, recordId);
  if (method === "PATCH" || method === "PUT")
    return updateOne(table, recordId, body, method === "PUT");
  throw notFound();
}

function handleTable(base: Base, table: Table, { method, query, body }: ReceivedRequest): unknown {
  if (method === "GET") return base.listing.list(table, query);
  if (method === "POST") return create(table, body);
  if (method === "PATCH" || method === "PUT")
    return updateMany(table, body, method === "PUT", base.meet);
  const ids = query["records"];
  if (method === "DELETE") return removeMany(table, Array.isArray(ids) ? ids.map(String) : []);
  throw notFound();
}
