import type { AirtableErrorCode } from "./errors.ts";

/** What an operator may want to count. Holds no text and no token. */
export type ArchiveEvent =
  /** One request was made: what the monthly quota counts. */
  | { readonly type: "call"; readonly method: string; readonly path: string }
  | {
      readonly type: "retry";
      readonly code: AirtableErrorCode;
      readonly attempt: number;
      readonly pauseMs: number;
    }
  | { readonly type: "rate_limited"; readonly freezeMs: number }
  | { readonly type: "quota_exhausted" }
  /** Several rows carry one TelegramID. `removed` = how many were deleted. */
  | {
      readonly type: "duplicates";
      readonly user: string;
      readonly rows: number;
      readonly removed: number;
    }
  /** The token may not read the schema, so it goes unchecked. */
  | { readonly type: "schema_unknown"; readonly code: AirtableErrorCode };
