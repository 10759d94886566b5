import type { ArchivedChat, SummaryArchive } from "@tgmem/memory";
import { monthlyBreaker } from "./breaker.ts";
import { callBudget } from "./call-budget.ts";
import { type CallsOptions, createCalls } from "./calls.ts";
import type { SafeRequest } from "./client/request.ts";
import { connect, type SafeBase } from "./client/safe-base.ts";
import { type Clock, realClock } from "./clock.ts";
import { type AirtableArchiveOptions, checkOptions } from "./archive-options.ts";
import { AirtableError } from "./errors.ts";
import { type ArchiveEvent, tellBroken } from "./events.ts";
import { createReads } from "./batching/reads.ts";
import { createWrites } from "./batching/writes.ts";
import { outageBreaker } from "./outage.ts";
import { evenRate } from "./rate.ts";
import { checkRecord, mendRow } from "./rows/codec.ts";
import { knownRows } from "./rows/known-rows.ts";
import { createTable } from "./rows/table.ts";
import { checkId } from "./rows/user-id.ts";
import { winnerOf } from "./rows/winner.ts";
import { checkWritable } from "./rows/writable.ts";
import { createSchema, type SchemaReport } from "./schema.ts";

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
  const { token, baseId, table = "Memory" } = options;
  const { endpointUrl = "https://api.airtable.com" } = options;
  const { requestTimeoutMs = 15_000, deadlineMs = 90_000, gatherMs = 0 } = options;
  const { rate = 4, callsPerMonth = 1_000 } = options;
  const clock: Clock = {
    now: options.now ?? realClock.now,
    pause: options.pause ?? realClock.pause,
    random: options.random ?? realClock.random,
  };
  checkOptions({ token, baseId, callsPerMonth });
  const onEvent = quietly(options.onEvent);

  const life = new AbortController();
  const { signal: ended } = life;
  const baseOf = connect({ token, endpointUrl, requestTimeoutMs, signal: ended });
  const turns = typeof rate === "number" ? evenRate(rate, clock) : rate;
  const sharedSpare = turns.hasSpare && (() => turns.hasSpare?.() === true);
  const budget = callBudget(callsPerMonth, { now: clock.now, ...(sharedSpare && { sharedSpare }) });
  const month = monthlyBreaker(clock.now);
  const outage = outageBreaker(clock);
  const limits = {
    rate: turns,
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
  const data = callOf(baseOf(baseId), { month, outage, deadlineMs });
  const rows = createTable(data, table);
  // Apart from the data calls: the schema may be had while the month is used up, and is not worth a long wait.
  const call = callOf(baseOf("meta"), {
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
  const gather =
    (ms: number) =>
    (wait: { readonly signal: AbortSignal }): Promise<void> =>
      clock.pause(ms, wait);
  const patience = gatherMs > 0;
  const reads = createReads({
    table: rows,
    schema,
    known,
    budget,
    // A look answers more people than a write takes rows, so it waits longer for them.
    ...(patience && { gather: gather(Math.min(20_000, 3 * gatherMs)) }),
  });
  const writes = createWrites({
    table: rows,
    schema,
    known,
    onEvent,
    ...(patience && { gather: gather(gatherMs) }),
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
      const found = await reads.add({ user, isPatient: expect !== undefined }, { signal });
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
