import type { AirtableErrorCode } from "./errors.ts";

/** What happens to an archive, for an operator to count. Holds no summary and no token. */
export type ArchiveEvent =
  /** One request was made: what the monthly quota counts. */
  | { readonly type: "call"; readonly method: string; readonly path: string }
  /** A request failed, and is made again after `pauseMs`. `attempt` is the number of the one that failed, from 1. */
  | {
      readonly type: "retry";
      readonly code: AirtableErrorCode;
      readonly attempt: number;
      readonly pauseMs: number;
    }
  /** Airtable refused a request as one too many: nobody who shares the rate calls the base for `freezeMs`. */
  | { readonly type: "rate_limited"; readonly freezeMs: number }
  /** Requests failed one after another, the last one with `code`: for `pauseMs` none is made, and one at a time after that. */
  | { readonly type: "outage"; readonly code: AirtableErrorCode; readonly pauseMs: number }
  /** The calls of this month are used up: from now on one an hour is made, to see whether that is over. */
  | { readonly type: "quota_exhausted" }
  /** Several rows, `rows` of them, carried one TelegramID, and `removed` of them were deleted; a read deletes none. */
  | {
      readonly type: "duplicates";
      readonly user: string;
      readonly rows: number;
      readonly removed: number;
    }
  /** Somebody has edited these columns of the row beyond reading: they are read as well as can be, and the next save writes them anew. */
  | { readonly type: "broken_row"; readonly user: string; readonly columns: readonly string[] }
  /** The token may not read the schema, so it goes unchecked. */
  | { readonly type: "schema_unknown"; readonly code: AirtableErrorCode };

/** Tells which columns of a user's rows make no sense. */
export function tellBroken(
  user: string,
  rows: readonly { readonly broken: readonly string[] }[],
  onEvent: (event: ArchiveEvent) => void,
): void {
  const broken = [...new Set(rows.flatMap((row) => row.broken))];
  if (broken.length > 0) onEvent({ type: "broken_row", user, columns: broken });
}
