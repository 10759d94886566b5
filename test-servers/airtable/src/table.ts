import { randomBytes } from "node:crypto";
import { type Cell, cellOf, type Field } from "./cells.ts";
import { notFound, refuse, unprocessable } from "./refusal.ts";

export interface Row {
  readonly id: string;
  readonly createdTime: string;
  /** The cells by field id, so that a rename keeps them. */
  cells: Map<string, Cell>;
}

/** A column to make. */
export interface NewField {
  /** The name of the column. */
  readonly name: string;
  /** The type of its cells, as Airtable's schema names it: `singleLineText`, `multilineText`, `number`, … */
  readonly type: string;
  /** What Airtable wants to know besides of some types, for instance `{ precision: 0 }` of a number. */
  readonly options?: unknown;
}

/** Ids look like Airtable's: a prefix and 14 letters or digits. */
export const newId = (prefix: string) =>
  prefix + randomBytes(14).toString("base64").replaceAll(/[+/=]/g, "0").slice(0, 14);

/**
 * One table with its rows, in memory. It refuses what Airtable refuses; whether a batch is whole is the caller's care.
 */
export class Table {
  readonly id = newId("tbl");
  readonly name: string;
  readonly fields: Field[] = [];
  readonly rows = new Map<string, Row>();
  readonly #now: () => number;

  constructor(name: string, fields: readonly NewField[], now: () => number) {
    this.name = name;
    this.#now = now;
    for (const field of fields) this.addField(field);
  }

  addField({ name, type, options }: NewField): Field {
    if (this.fields.some((field) => field.name === name))
      throw refuse(422, "DUPLICATE_OR_EMPTY_FIELD_NAME", `Field "${name}" already exists`);
    const field = { id: newId("fld"), name, type, ...(options === undefined ? {} : { options }) };
    this.fields.push(field);
    return field;
  }

  /** @throws 422 UNKNOWN_FIELD_NAME */
  field(nameOrId: string): Field {
    const field = this.fields.find(({ id, name }) => name === nameOrId || id === nameOrId);
    if (!field) throw refuse(422, "UNKNOWN_FIELD_NAME", `Unknown field name: "${nameOrId}"`);
    return field;
  }

  /** @throws 404 */
  row(id: string): Row {
    const row = this.rows.get(id);
    if (!row) throw notFound();
    return row;
  }

  /** The cells a write asks for; undefined empties one. */
  parse(fields: unknown, typecast: boolean): Map<string, Cell | undefined> {
    if (typeof fields !== "object" || fields === null)
      throw refuse(
        422,
        "INVALID_REQUEST_MISSING_FIELDS",
        'Could not find field "fields" in the request body',
      );
    return new Map(
      Object.entries(fields).map(([name, value]) => {
        const field = this.field(name);
        return [field.id, cellOf(field, value, typecast)];
      }),
    );
  }

  create(cells: ReadonlyMap<string, Cell | undefined>): Row {
    const row: Row = {
      id: newId("rec"),
      createdTime: new Date(this.#now()).toISOString(),
      cells: new Map(),
    };
    this.rows.set(row.id, row);
    return this.update(row, cells, false);
  }

  update(row: Row, cells: ReadonlyMap<string, Cell | undefined>, clear: boolean): Row {
    if (clear) row.cells = new Map();
    for (const [field, value] of cells) {
      if (value === undefined) row.cells.delete(field);
      else row.cells.set(field, value);
    }
    return row;
  }

  /** The rows an upsert would change. */
  matches(keys: readonly string[], cells: ReadonlyMap<string, Cell | undefined>): Row[] {
    for (const key of keys) {
      if (cells.get(key) === undefined)
        throw unprocessable("Every record without an id must have the fields to merge on.");
    }
    return [...this.rows.values()].filter((row) =>
      keys.every((key) => row.cells.get(key) === cells.get(key)),
    );
  }

  /** A row as answers show it. */
  show(row: Row, { fields, byId = false }: { fields?: readonly string[]; byId?: boolean } = {}) {
    const shown = fields ? new Set(fields.map((name) => this.field(name).id)) : undefined;
    const cells = this.fields.flatMap(({ id, name }): [string, Cell][] => {
      const value = row.cells.get(id);
      return value === undefined || (shown && !shown.has(id)) ? [] : [[byId ? id : name, value]];
    });
    return { id: row.id, createdTime: row.createdTime, fields: Object.fromEntries(cells) };
  }
}
