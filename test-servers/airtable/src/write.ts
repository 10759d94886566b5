import { z } from "zod";
import type { Cell } from "./cells.ts";
import { refuse, unprocessable } from "./refusal.ts";
import type { Row, Table } from "./table.ts";

const One = z.object({ id: z.string().optional(), fields: z.unknown() });
const Body = z.object({
  records: z.array(One).optional(),
  fields: z.unknown().optional(),
  typecast: z.boolean().default(false),
  returnFieldsByFieldId: z.boolean().default(false),
  performUpsert: z.object({ fieldsToMergeOn: z.array(z.string()).min(1).max(3) }).optional(),
});

const maxRows = 10;

/** Every handler decides about the whole batch before it changes a row: all or nothing. */
export function create(table: Table, raw: unknown) {
  const { records, fields, typecast, returnFieldsByFieldId: byId } = parse(raw);
  const many = records !== undefined;
  const cells = few(records ?? [{ fields }]).map((record) => table.parse(record.fields, typecast));
  const rows = cells.map((each) => table.show(table.create(each), { byId }));
  return many ? { records: rows } : rows[0];
}

export function updateOne(table: Table, id: string, raw: unknown, clear: boolean) {
  const { fields, typecast, returnFieldsByFieldId: byId } = parse(raw);
  const row = table.row(id);
  return table.show(table.update(row, table.parse(fields, typecast), clear), { byId });
}

export type Meet = (keys: readonly string[]) => Promise<void>;

/** `meet` stands between looking for the rows and writing them: where the race of two first upserts happens. */
export async function updateMany(table: Table, raw: unknown, clear: boolean, meet: Meet) {
  const { records, typecast, performUpsert, returnFieldsByFieldId: byId } = parse(raw);
  if (!records) throw unprocessable('Could not find field "records" in the request body');
  const keys = performUpsert?.fieldsToMergeOn.map((key) => mergeable(table, key));
  const changes = few(records).map((record) => {
    const cells = table.parse(record.fields, typecast);
    return { cells, row: target(table, record.id, keys, cells) };
  });
  const fresh = changes
    .filter(({ row }) => !row)
    .map(({ cells }) => (keys ?? []).map((key) => String(cells.get(key))).join());
  if (fresh.length > 0) await meet(fresh);
  const createdRecords: string[] = [];
  const updatedRecords: string[] = [];
  const shown = changes.map(({ cells, row }) => {
    const written = row ? table.update(row, cells, clear) : table.create(cells);
    (row ? updatedRecords : createdRecords).push(written.id);
    return table.show(written, { byId });
  });
  return performUpsert ? { records: shown, createdRecords, updatedRecords } : { records: shown };
}

export function removeMany(table: Table, ids: readonly string[]) {
  const rows = few(ids.map((id) => ({ id }))).map(({ id }) => {
    if (!table.rows.has(id))
      throw refuse(422, "ROW_DOES_NOT_EXIST", `Record ID ${id} does not exist in this table`);
    return id;
  });
  return { records: rows.map((id) => removeOne(table, id)) };
}

export function removeOne(table: Table, id: string) {
  table.row(id);
  table.rows.delete(id);
  return { id, deleted: true };
}

function target(
  table: Table,
  id: string | undefined,
  keys: readonly string[] | undefined,
  cells: ReadonlyMap<string, Cell | undefined>,
): Row | undefined {
  if (id !== undefined) {
    const row = table.rows.get(id);
    if (!row)
      throw refuse(422, "ROW_DOES_NOT_EXIST", `Record ID ${id} does not exist in this table`);
    return row;
  }
  if (!keys) throw refuse(422, "INVALID_RECORDS", "Every record must have an id");
  const rows = table.matches(keys, cells);
  if (rows.length > 1)
    throw unprocessable(
      "Cannot update more than one record with the same values for the fields to merge on",
    );
  return rows[0];
}

function mergeable(table: Table, key: string): string {
  const field = table.field(key);
  if (field.type === "checkbox") throw unprocessable(`Field ${key} cannot be merged on`);
  return field.id;
}

function few<T>(records: readonly T[]): readonly T[] {
  if (records.length > maxRows || records.length === 0)
    throw refuse(422, "INVALID_RECORDS", `Expected 1 to ${maxRows} records, got ${records.length}`);
  return records;
}

function parse(raw: unknown) {
  const parsed = Body.safeParse(raw);
  if (!parsed.success) throw unprocessable(z.prettifyError(parsed.error));
  return parsed.data;
}
