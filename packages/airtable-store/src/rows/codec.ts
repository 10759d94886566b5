import type { ArchiveRecord } from "@tgmem/memory";
import { z } from "zod";
import { isObject } from "../client/failures.ts";
import { AirtableError } from "../errors.ts";
import { type ColumnName, type KeyType, optionalColumn } from "./columns.ts";

/** Airtable takes 100,000 characters and does not say which; UTF-16 units with a margin are on the safe side. */
const maxSummaryLength = 95_000;

/** A row that somebody has edited beyond reading. */
export interface BrokenRow {
  readonly id: string;
  readonly user: string;
  readonly error: AirtableError;
}

/** A record and the row it stands in. */
export interface Row {
  readonly id: string;
  readonly createdTime: string;
  readonly user: string;
  readonly record: ArchiveRecord;
}

// Empty cells are left out of answers; a person may have made the table with text columns.
const counter = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*\d+\s*$/)
      .transform(Number),
  ])
  .pipe(z.int().nonnegative())
  .default(0);
const time = z.union([
  z.number(),
  z
    .string()
    .transform((text) => Date.parse(text))
    .pipe(z.number()),
]);
const RawRow = z.object({
  id: z.string().min(1),
  createdTime: z.string().default(""),
  fields: z.object({ TelegramID: z.union([z.string(), z.number()]) }).loose(),
});
const RawRecord = z.object({
  Summary: z.string().default(""),
  CoversThrough: counter,
  Version: counter,
  Epoch: counter,
  Incarnation: z.string().default(""),
  UpdatedAt: time.optional(),
});

/**
 * Reads a row of Airtable's answer.
 * @throws AirtableError `malformed_answer` for something that is no row with a key at all
 */
export function decodeRow(raw: unknown): Row | BrokenRow {
  const row = RawRow.safeParse(raw);
  if (!row.success)
    throw new AirtableError(
      "malformed_answer",
      "Airtable answered with a row that has no id or no TelegramID.",
    );
  const { id, createdTime, fields } = row.data;
  const user = String(fields.TelegramID);
  const cells = RawRecord.safeParse(fields);
  if (!cells.success) {
    const columns = [...new Set(cells.error.issues.map(({ path }) => path.join(".")))].join(", ");
    const error = new AirtableError(
      "invalid_row",
      `The row ${id} cannot be read (${columns}): correct it in Airtable. To delete it is to forget the person.`,
    );
    return { id, user, error };
  }
  const { Summary, CoversThrough, Version, Epoch, Incarnation, UpdatedAt } = cells.data;
  const record = {
    summary: Summary,
    version: Version,
    coversThrough: CoversThrough,
    epoch: Epoch,
    incarnation: Incarnation,
    updatedAtMs: UpdatedAt ?? (Date.parse(createdTime) || 0),
  };
  return { id, createdTime, user, record };
}

/** Says what the key column holds, judged by a row of Airtable's answer. */
export function keyTypeOf(raw: unknown): KeyType {
  const key = isObject(raw) && isObject(raw["fields"]) ? raw["fields"]["TelegramID"] : undefined;
  if (typeof key === "number") return "number";
  return typeof key === "string" ? "text" : "unknown";
}

export type Cells = Partial<Record<ColumnName, string | number>>;

/**
 * Makes the cells of a row.
 * @throws AirtableError `invalid_id` when the key column is of numbers and would round the id
 */
export function encodeCells(
  user: string,
  record: ArchiveRecord,
  keyType: KeyType,
  lacking: ReadonlySet<string>,
): Cells {
  const cells: Cells = {
    TelegramID: keyType === "number" ? exactNumber(user) : user,
    Summary: record.summary,
    CoversThrough: record.coversThrough,
    Version: record.version,
    Epoch: record.epoch,
    Incarnation: record.incarnation,
    UpdatedAt: new Date(record.updatedAtMs).toISOString(),
  };
  if (lacking.has(optionalColumn)) delete cells[optionalColumn];
  return cells;
}

function exactNumber(user: string): number {
  const number = Number(user);
  if (Number.isSafeInteger(number) && String(number) === user) return number;
  throw new AirtableError(
    "invalid_id",
    `The number column TelegramID cannot hold the id ${user} exactly: make it a single line text.`,
  );
}

/**
 * Checks that a row can hold the record, and bring it back as it was.
 * @throws AirtableError `too_large` for its summary, `invalid_argument` for its numbers
 */
export function checkRecord(record: ArchiveRecord): void {
  const { summary, version, coversThrough, epoch, updatedAtMs } = record;
  if (summary.length > maxSummaryLength) {
    throw new AirtableError(
      "too_large",
      `A summary has ${summary.length} characters, a cell takes ${maxSummaryLength}: make it shorter.`,
    );
  }
  for (const [name, value] of Object.entries({ version, coversThrough, epoch, updatedAtMs })) {
    if (Number.isSafeInteger(value) && value >= 0 && value < 8.64e15) continue;
    throw new AirtableError(
      "invalid_argument",
      `Expected \`${name}\` to be a whole number from 0, got \`${value}\`.`,
    );
  }
}
