import { z } from "zod";
import { parseFormula } from "./formula.ts";
import { refuse, unprocessable } from "./refusal.ts";
import type { Row, Table } from "./table.ts";

const number = z.coerce.number().int().positive();
const truth = z.union([
  z.boolean(),
  z.literal("true").transform(() => true),
  z.literal("false").transform(() => false),
]);
const ListRequest = z.object({
  fields: z.array(z.string()).optional(),
  sort: z
    .array(z.object({ field: z.string(), direction: z.enum(["asc", "desc"]).default("asc") }))
    .default([]),
  pageSize: number.max(100).default(100),
  maxRecords: number.default(Infinity),
  filterByFormula: z.string().default(""),
  returnFieldsByFieldId: truth.default(false),
  offset: z.string().default(""),
});
type ListRequest = z.infer<typeof ListRequest>;

const cursorLifeMs = 10 * 60_000;

/** Pages through a table. Cursors are opaque, belong to one listing, and expire. */
export function createListing(now: () => number) {
  const cursors = new Map<string, { ids: readonly string[]; at: number; until: number }>();
  let made = 0;
  return {
    list(table: Table, raw: unknown) {
      const parsed = ListRequest.safeParse(raw);
      if (!parsed.success) throw unprocessable(z.prettifyError(parsed.error));
      const request = parsed.data;
      const cursor = cursors.get(request.offset);
      if (request.offset !== "" && (!cursor || cursor.until < now()))
        throw refuse(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
      const ids = cursor?.ids ?? select(table, request).map(({ id }) => id);
      const at = cursor?.at ?? 0;
      const page = ids.slice(at, at + request.pageSize).flatMap((id) => table.rows.get(id) ?? []);
      const fields = request.fields ? { fields: request.fields } : {};
      const records = page.map((row) =>
        table.show(row, { ...fields, byId: request.returnFieldsByFieldId }),
      );
      if (at + request.pageSize >= ids.length) return { records };
      const offset = `itr${++made}/${page.at(-1)?.id}`;
      cursors.set(offset, { ids, at: at + request.pageSize, until: now() + cursorLifeMs });
      return { records, offset };
    },
    /** Ends all cursors, as if their time were over. */
    expire: () => cursors.clear(),
  };
}

function select(
  table: Table,
  { filterByFormula, sort, maxRecords, fields = [] }: ListRequest,
): Row[] {
  for (const name of fields) table.field(name);
  const keep = filterByFormula === "" ? () => true : parseFormula(filterByFormula, table);
  const order = sort.map(({ field, direction }) => ({
    id: table.field(field).id,
    sign: direction === "asc" ? 1 : -1,
  }));
  return [...table.rows.values()]
    .filter(keep)
    .toSorted((a, b) => {
      for (const { id, sign } of order) {
        const [x, y] = [a.cells.get(id) ?? "", b.cells.get(id) ?? ""];
        if (x !== y) return x < y ? -sign : sign;
      }
      return 0;
    })
    .slice(0, maxRecords);
}
