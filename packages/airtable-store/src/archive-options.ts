import type { Clock } from "./clock.ts";
import { AirtableError } from "./errors.ts";
import type { ArchiveEvent } from "./events.ts";
import type { RateLimit } from "./rate.ts";

/** Says which table the archive is, and how hard it may be called; only `token` and `baseId` are needed. */
export interface AirtableArchiveOptions extends Partial<Clock> {
  /** A personal access token with the scopes data.records:read and data.records:write, better schema.bases:read too. */
  readonly token: string;
  /** The id of the base, which begins with `app`. */
  readonly baseId: string;
  /** The name or the id of the table. @default "Memory" */
  readonly table?: string;
  /** Where Airtable is. @default "https://api.airtable.com" */
  readonly endpointUrl?: string;
  /** How long one request may take with its body, in ms. @default 15_000 */
  readonly requestTimeoutMs?: number;
  /**
   * How long one call may take with its attempts and pauses, in ms. A rate limit alone freezes the base for 30 s, so below
   * 36 s it is reported instead of waited for. @default 90_000
   */
  readonly deadlineMs?: number;
  /**
   * Calls per second, or a limit shared with others who use this base. Airtable allows a base 5: of several processes
   * each takes its share. @default 4
   */
  readonly rate?: number | RateLimit;
  /**
   * How many calls the workspace has a month: Free 1_000, Team 100_000, else what you want to spend. What saves leave of
   * them is spent on looking for edits by hand before a summary; where nothing is left, one look a day reads up to a hundred
   * people's rows. `Infinity` = every summary looks first. Several processes that share a rate may share the
   * month, too; else each takes its share. @default 1_000
   */
  readonly callsPerMonth?: number;
  /**
   * How long a save waits for others that share its call, in ms, unless ten wait already; and a third of how long a look
   * before a summary does, up to 20 s. Keep it below the callers' own deadline. @default 0
   */
  readonly gatherMs?: number;
  /** Ends everything at once when it aborts: every call rejects with `aborted`, now and later. */
  readonly signal?: AbortSignal;
  /** Hears what an operator may want to count. What it throws is ignored. */
  readonly onEvent?: (event: ArchiveEvent) => void;
}

/** @throws AirtableError `invalid_argument` for what cannot work */
export function checkOptions({
  token,
  baseId,
  callsPerMonth,
}: Required<Pick<AirtableArchiveOptions, "token" | "baseId" | "callsPerMonth">>): void {
  if (!(callsPerMonth > 0))
    throw new AirtableError(
      "invalid_argument",
      `Expected \`callsPerMonth\` to be a positive number, got \`${callsPerMonth}\`.`,
    );
  // Fetch would quote a token it cannot put into a header.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new AirtableError(
      "invalid_argument",
      "Expected `token` to be one word of printable characters: copy it from airtable.com/create/tokens.",
    );
  if (!/^app\w+$/.test(baseId))
    throw new AirtableError(
      "invalid_argument",
      `Expected \`baseId\` to begin with app, got \`${baseId}\`: it stands in the base's address.`,
    );
}
