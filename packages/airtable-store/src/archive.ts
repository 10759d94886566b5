import type { ArchivedChat, SummaryArchive } from "@tgmem/memory";
import Airtable from "airtable";
import { monthlyBreaker } from "./breaker.ts";
import { callBudget } from "./call-budget.ts";
import { type CallsOptions, createCalls } from "./calls.ts";
import type { SafeRequest } from "./client/request.ts";
import { SafeBase } from "./client/safe-base.ts";
import { type Clock, realClock } from "./clock.ts";
import { AirtableError } from "./errors.ts";
import { type ArchiveEvent, tellBroken } from "./events.ts";
import { createReads } from "./batching/reads.ts";
import { createWrites } from "./batching/writes.ts";
import { outageBreaker } from "./outage.ts";
import { evenRate, type RateLimit } from "./rate.ts";
import { checkRecord, mendRow } from "./rows/codec.ts";
import { knownRows } from "./rows/known-rows.ts";
import { createTable } from "./rows/table.ts";
import { checkId } from "./rows/user-id.ts";
import { winnerOf } from "./rows/winner.ts";
import { checkWritable } from "./rows/writable.ts";
import { createSchema, type SchemaReport } from "./schema.ts";

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
   * people's rows. `Infinity` = every summary looks first. Of several processes each takes its share. @default 1_000
   */
  readonly callsPerMonth?: number;
  /**
   * How long a save waits for others that share its call, in ms, unless ten wait already. Below a caller's own deadline.
   * @default 0
   */
  readonly gatherMs?: number;
  /** Ends everything at once when it aborts: every call rejects with `aborted`, now and later. */
  readonly signal?: AbortSignal;
  /** Hears what an operator may want to count. What it throws is ignored. */
  readonly onEvent?: (event: ArchiveEvent) => void;
}

/** What `checkSchema` has found of the table and of the token. */
export interface TableReport extends SchemaReport {
  /** Whether the token may write. `unknown` = Airtable did not tell, because the table has no row yet. */
  readonly writing: "ok" | "unknown";
}

/** An archive in Airtable. Whatever fails rejects with an `AirtableError`; after `close` every call does, with `closed`. */
export interface AirtableArchive extends SummaryArchive {
  /** Gives all rows that have a key, a hundred a call. */
  records(options?: { readonly signal?: AbortSignal }): AsyncIterable<readonly ArchivedChat[]>;
  /**
   * Looks whether the table can serve, and whether the token may write it, without making a row: a call or three. A token
   * that may not read the schema is no failure: then the report says `unknown`.
   * @throws AirtableError `invalid_schema`, naming what is missing, and `forbidden` when the token may only read
   */
  checkSchema(options?: { readonly signal?: AbortSignal }): Promise<TableReport>;
  /**
   * Makes the table or its missing columns; needs the scope schema.bases:write and the role creator. Does nothing when all
   * of them are there.
   * @throws AirtableError `forbidden` when the token may not, `invalid_schema` when a column of another type is in the way
   */
  ensureSchema(options?: { readonly signal?: AbortSignal }): Promise<SchemaReport>;
  /** Takes no new calls and resolves when the waiting ones have their answers. */
  close(): Promise<void>;
}

/**
 * Keeps summaries in Airtable, one row a person. Between processes the rules of epoch and version hold as far as
 * Airtable allows, which has no conditional write: two processes must not save one person at the same moment.
 * @throws AirtableError `invalid_argument` for a token, a base id or a rate that cannot work
 */
export function airtableArchive(options: AirtableArchiveOptions): AirtableArchive {
  const {
    token,
    baseId,
    table = "Memory",
    requestTimeoutMs = 15_000,
    deadlineMs = 90_000,
    rate = 4,
    callsPerMonth = 1_000,
    gatherMs = 0,
  } = options;
  const { endpointUrl = "https://api.airtable.com" } = options;
  const clock: Clock = {
    now: options.now ?? realClock.now,
    pause: options.pause ?? realClock.pause,
    random: options.random ?? realClock.random,
  };
  checkOptions(token, baseId, callsPerMonth);
  const onEvent = quietly(options.onEvent);

  const life = new AbortController();
  const client = new Airtable({
    apiKey: token,
    endpointUrl,
    requestTimeout: requestTimeoutMs,
    noRetryIfRateLimited: true,
  });
  const budget = callBudget(callsPerMonth, clock.now);
  const month = monthlyBreaker(clock.now);
  const outage = outageBreaker(clock);
  const limits = {
    rate: typeof rate === "number" ? evenRate(rate, clock) : rate,
    clock,
    onEvent,
  };
  const callOf = (base: SafeBase, own: Pick<CallsOptions, "month" | "outage" | "deadlineMs">) =>
    createCalls({
      ...limits,
      ...own,
      send(request: SafeRequest) {
        budget.spend();
        onEvent({ type: "call", method: request.method ?? "GET", path: request.path ?? "/" });
        return base.makeRequest(request);
      },
    });
  const data = callOf(new SafeBase(client, baseId, life), { month, outage, deadlineMs });
  const rows = createTable(data, table);
  // Apart from the data calls: the schema may be had while the month is used up, and is not worth a long wait.
  const call = callOf(new SafeBase(client, "meta", life), {
    month: monthlyBreaker(clock.now),
    outage: outageBreaker(clock),
    deadlineMs: Math.min(deadlineMs, 15_000),
  });
  const schema = createSchema({
    call,
    baseId,
    table,
    now: clock.now,
    onEvent,
    signal: life.signal,
  });
  const known = knownRows(clock.now);
  const reads = createReads({ table: rows, schema, known, budget });
  const writes = createWrites({
    table: rows,
    schema,
    known,
    onEvent,
    ...(gatherMs > 0 && { gather: (wait) => clock.pause(gatherMs, wait) }),
  });

  let closed = false;
  const checkOpen = () => {
    if (closed) throw new AirtableError("closed", "The archive is closed: make a new one.");
  };
  const abort = () => {
    life.abort();
    reads.abort();
    writes.abort();
  };
  if (options.signal?.aborted) abort();
  else options.signal?.addEventListener("abort", abort, { once: true });
  const checkAlive = () => {
    checkOpen();
    if (life.signal.aborted) throw new AirtableError("aborted", "The archive was aborted.");
  };

  return {
    id: `airtable:${baseId}/${table}`,
    async load(user, { expect, signal } = {}) {
      checkAlive();
      checkId(user);
      // While Airtable takes nothing, nobody should pay for a summary.
      const isAway = month.isOpen() || outage.isOpen();
      const mustLook = isAway || budget.hasSpare() || budget.isLookDue();
      if (expect !== undefined && !mustLook && !signal?.aborted && known.accept(user, expect)) {
        known.told(user);
        return expect;
      }
      const found = await reads.add(user, { signal });
      known.told(user);
      tellBroken(user, found, onEvent);
      if (found.length > 1) onEvent({ type: "duplicates", user, rows: found.length, removed: 0 });
      return winnerOf(expect ? found.map((row) => mendRow(row, expect)) : found)?.record ?? null;
    },
    async save(user, record, { expectVersion, signal }) {
      checkAlive();
      checkRecord(record);
      return writes.add({ kind: "save", user: checkId(user), record, expectVersion }, { signal });
    },
    async erase(user, { epoch, signal }) {
      checkAlive();
      await writes.add({ kind: "erase", user: checkId(user), epoch }, { signal });
    },
    async *records({ signal = life.signal } = {}) {
      checkAlive();
      const shape = await schema.using(async (now) => now);
      for await (const page of rows.all(shape, { signal }))
        yield page.map(({ user, record }) => ({ chat: user, record }));
    },
    async checkSchema({ signal = life.signal } = {}) {
      checkAlive();
      const report = await schema.check({ signal });
      return { ...report, writing: await checkWritable(data, table, { signal }) };
    },
    async ensureSchema({ signal = life.signal } = {}) {
      checkAlive();
      return schema.ensure({ signal });
    },
    async close() {
      closed = true;
      await Promise.all([reads.drained(), writes.drained()]);
      options.signal?.removeEventListener("abort", abort);
    },
  };
}

function checkOptions(token: string, baseId: string, callsPerMonth: number): void {
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

/** A listener that throws is not a failure of the archive. */
function quietly(listener: AirtableArchiveOptions["onEvent"]): (event: ArchiveEvent) => void {
  return (event) => {
    try {
      listener?.(event);
    } catch {
      // It has nobody to tell: libraries do not log.
    }
  };
}
