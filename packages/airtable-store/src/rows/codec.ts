import type { ArchiveRecord } from "@tgmem/memory";
import * as z from "zod/mini";
import { isObject } from "../client/failures.ts";
import { AirtableError } from "../errors.ts";
import { type ColumnName, type KeyType, optionalColumn } from "./columns.ts";
import { notANumber, numberOf } from "./user-id.ts";

/** Airtable takes 100,000 characters and does not say which; UTF-16 units with a margin are on the safe side. */
const maxSummaryLength = 95_000;

/** A record and the row it stands in. */
export interface Row {
  readonly id: string;
  readonly createdTime: string;
  readonly user: string;
  readonly record: ArchiveRecord;
  /** The columns that somebody has edited beyond reading; the record has the nearest that makes sense. */
  readonly broken: readonly ColumnName[];
}

const RawRow = z.object({
  id: z.string().check(z.minLength(1)),
  createdTime: z.optional(z.string()),
  fields: z.looseObject({ TelegramID: z.union([z.string(), z.number()]) }),
});

/**
 * Reads a row of Airtable's answer. Cells that make no sense are read as well as can be, and named: a slip of a person's
 * hand is no reason to remember nothing.
 * @throws AirtableError `malformed_answer` for something that is no row with a key at all
 */
export function decodeRow(raw: unknown): Row {
  const row = RawRow.safeParse(raw);
  if (!row.success)
    throw new AirtableError(
      "malformed_answer",
      "Airtable answered with a row that has no id or no TelegramID.",
    );
  const { id, createdTime = "", fields } = row.data;
  const broken: ColumnName[] = [];
  function read<T>(column: ColumnName, parsed: { readonly value: T; readonly isSound: boolean }) {
    if (!parsed.isSound) broken.push(column);
    return parsed.value;
  }
  const summary = read("Summary", textOf(fields["Summary"]));
  const record = {
    summary,
    version: read("Version", versionOf(fields["Version"], summary)),
    coversThrough: read("CoversThrough", countOf(fields["CoversThrough"])),
    epoch: read("Epoch", countOf(fields["Epoch"])),
    incarnation: read("Incarnation", textOf(fields["Incarnation"])),
    updatedAtMs: timeOf(fields["UpdatedAt"]) ?? (Date.parse(createdTime) || 0),
  };
  return { id, createdTime, user: String(fields.TelegramID), record, broken };
}

// Empty cells are left out of answers; a person may have made the table with text columns.
function countOf(cell: unknown): { readonly value: number; readonly isSound: boolean } {
  if (cell === undefined) return { value: 0, isSound: true };
  const isText = typeof cell === "string" && cell.trim() !== "";
  const number = typeof cell === "number" || isText ? Number(cell) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= 0) return { value: number, isSound: true };
  const near = Math.floor(number);
  return { value: Number.isSafeInteger(near) ? Math.max(0, near) : 0, isSound: false };
}

/** A summary has a version: without one it would count as none. */
function versionOf(
  cell: unknown,
  summary: string,
): { readonly value: number; readonly isSound: boolean } {
  const { value, isSound } = countOf(cell);
  if (summary === "" || (isSound && cell !== undefined)) return { value, isSound };
  return { value: Math.max(1, value), isSound: false };
}

function textOf(cell: unknown): { readonly value: string; readonly isSound: boolean } {
  if (cell === undefined) return { value: "", isSound: true };
  return typeof cell === "string"
    ? { value: cell, isSound: true }
    : { value: typeof cell === "number" ? String(cell) : "", isSound: typeof cell === "number" };
}

function timeOf(cell: unknown): number | undefined {
  const ms = typeof cell === "string" ? Date.parse(cell) : Number(cell);
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : undefined;
}

/** The same row, with what the caller expects in the place of cells that make no sense. */
export function mendRow(row: Row, expected: ArchiveRecord): Row {
  const { broken, record } = row;
  return {
    ...row,
    record: {
      ...record,
      ...(broken.includes("Summary") && { summary: expected.summary }),
      ...(broken.includes("Version") && { version: expected.version }),
      ...(broken.includes("CoversThrough") && { coversThrough: expected.coversThrough }),
      ...(broken.includes("Epoch") && { epoch: expected.epoch }),
      ...(broken.includes("Incarnation") && { incarnation: expected.incarnation }),
    },
  };
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
  const key = keyType === "number" ? numberOf(user) : user;
  if (key === undefined) throw notANumber(user);
  const cells: Cells = {
    TelegramID: key,
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
