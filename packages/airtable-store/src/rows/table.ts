import * as z from "zod/mini";
import type { Call } from "../calls.ts";
import { AirtableError } from "../errors.ts";
import { type Cells, decodeRow, keyTypeOf, type Row } from "./codec.ts";
import { columns, type KeyType } from "./columns.ts";
import { anyOf } from "./formula.ts";
import { notANumber, numberOf } from "./user-id.ts";

/** How many rows Airtable takes in one call that writes or deletes. */
export const rowsPerWrite = 10;
const maxPages = 50;
const maxRestarts = 3;

/** A row to write. */
export interface Put {
  /** The id of the row; without it the row with the key of `cells` is written, or a new one. */
  readonly id?: string;
  readonly cells: Cells;
}

/** What the table is known to be like. */
export interface Shape {
  readonly keyType: KeyType;
  readonly lacking: ReadonlySet<string>;
}

interface WithSignal {
  readonly signal: AbortSignal;
}

/** The rows of one user. */
export type Found = readonly Row[];

const Page = z.object({ records: z.array(z.unknown()), offset: z.optional(z.string()) });
/** Airtable has done it when it names every row, in the order of the request. */
const written = (rows: number) =>
  z.object({
    records: z.array(z.object({ id: z.string().check(z.minLength(1)) })).check(z.length(rows)),
    createdRecords: z.optional(z.array(z.string())),
  });

/** A row that was written. */
export interface PutRow {
  readonly id: string;
  /** It was not there before. */
  readonly isNew: boolean;
}

/** Reads, writes and deletes the rows of one table, by whole calls. */
export function createTable(call: Call, name: string) {
  const path = `/${encodeURIComponent(name)}`;
  let learned: KeyType = "unknown";
  // Only for writing: a wrong guess is refused then, while a read would find nothing and take it for absence.
  let guess: KeyType = "text";

  /** Finds all rows of these users, duplicates too; what it resolves with gives those of one user. */
  async function find(
    users: readonly string[],
    shape: Shape,
    { signal }: WithSignal,
  ): Promise<(user: string) => Found> {
    const keyType = keyTypeIn(shape);
    const filterByFormula = anyOf("TelegramID", users, keyType);
    // A column of numbers holds none of them.
    if (filterByFormula === "") return () => [];
    const body = {
      filterByFormula,
      fields: fieldsOf(shape),
      pageSize: 100,
    };
    const found = new Map<string, Row[]>(users.map((user) => [user, []]));
    for (const raw of await pages(body, { signal })) {
      if (learned === "unknown") learned = keyTypeOf(raw);
      const row = decodeRow(raw);
      found.get(row.user)?.push(row);
    }
    return (user) => found.get(user) ?? [];
  }

  async function pages(body: object, { signal }: WithSignal): Promise<unknown[]> {
    const records: unknown[] = [];
    let parts = 0;
    for await (const page of listing(body, { signal })) {
      if (page === "again") records.length = 0;
      else records.push(...page);
      if (++parts > maxPages) throw malformed(`more than ${maxPages} pages`);
    }
    return records;
  }

  /** Gives one page of rows after another; `again` = the cursor has expired, and they come anew from the first one. */
  async function* listing(body: object, { signal }: WithSignal) {
    let offset: string | undefined;
    let restarts = 0;
    for (;;) {
      const page = { ...body, ...(offset === undefined ? {} : { offset }) };
      const answer = await list(page, { signal }).catch((error: unknown) => {
        const expired =
          error instanceof AirtableError && error.type === "LIST_RECORDS_ITERATOR_NOT_AVAILABLE";
        restarts++;
        if (!expired || restarts > maxRestarts) throw error;
        return null;
      });
      offset = answer?.offset;
      yield answer?.records ?? ("again" as const);
      if (answer !== null && offset === undefined) return;
    }
  }

  /** Gives all rows that have a key, page by page; a row may come twice. */
  async function* all(shape: Shape, { signal }: WithSignal): AsyncGenerator<readonly Row[]> {
    const body = { fields: fieldsOf(shape), pageSize: 100 };
    for await (const page of listing(body, { signal })) {
      // People leave rows empty.
      if (page !== "again")
        yield page.filter((raw) => keyTypeOf(raw) !== "unknown").map((raw) => decodeRow(raw));
    }
  }

  const list = (body: object, { signal }: WithSignal) =>
    call({ method: "POST", path: `${path}/listRecords`, body, signal }, Page);

  /** Writes at most 10 rows, all or none. */
  async function put(rows: readonly Put[], { signal }: WithSignal): Promise<readonly PutRow[]> {
    const records = rows.map(({ id, cells }) =>
      id === undefined ? { fields: cells } : { id, fields: cells },
    );
    const body = { performUpsert: { fieldsToMergeOn: ["TelegramID"] }, records };
    const answer = await call({ method: "PATCH", path, body, signal }, written(rows.length));
    const created = new Set(answer.createdRecords ?? []);
    return answer.records.map(({ id }) => ({ id, isNew: created.has(id) }));
  }

  /** Deletes at most 10 rows, all or none. @throws AirtableError `not_found` when one of them is gone already */
  async function remove(ids: readonly string[], { signal }: WithSignal): Promise<void> {
    await call({ method: "DELETE", path, qs: { records: ids }, signal }, written(ids.length));
  }

  /** The schema knows; else the first row that was read. */
  function keyTypeIn(shape: Shape): KeyType {
    return shape.keyType === "unknown" ? learned : shape.keyType;
  }

  return {
    find,
    all,
    /** @throws AirtableError `invalid_id` when the key column cannot hold the id */
    checkKey(user: string, shape: Shape): void {
      if (keyTypeIn(shape) === "number" && numberOf(user) === undefined) throw notANumber(user);
    },
    put,
    remove,
    /** Says how to write a key: as the column is typed, or, while nobody knows, as was guessed. */
    writeKeyType(shape: Shape): KeyType {
      const known = keyTypeIn(shape);
      return known === "unknown" ? guess : known;
    },
    /** Guesses anew, when the column refused a key. False = its type was known, so something else was refused. */
    guessOtherKeyType(shape: Shape): boolean {
      if (keyTypeIn(shape) !== "unknown") return false;
      guess = guess === "text" ? "number" : "text";
      return true;
    },
  };
}

/** Named one by one: a column that is gone is an error then, not an empty cell. */
const fieldsOf = ({ lacking }: Shape) =>
  columns.map(({ name }) => name).filter((name) => !lacking.has(name));

export type Table = ReturnType<typeof createTable>;

const malformed = (what: string) =>
  new AirtableError(
    "malformed_answer",
    `Airtable answered with ${what}: a proxy may stand in the way.`,
    { status: 200 },
  );
