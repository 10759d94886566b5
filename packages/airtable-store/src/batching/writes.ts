import { type AirtableErrorCode, AirtableError } from "../errors.ts";
import { type ArchiveEvent, tellBroken } from "../events.ts";
import { encodeCells } from "../rows/codec.ts";
import type { KnownRow, KnownRows } from "../rows/known-rows.ts";
import { type Put, type PutRow, rowsPerWrite, type Shape, type Table } from "../rows/table.ts";
import type { Schema } from "../schema.ts";
import { createBatcher } from "./batcher.ts";
import {
  type PendingWrite,
  planKnown,
  planLost,
  planUser,
  type RowWrite,
  type Write,
  type WriteOutcome,
  type WritePlan,
} from "./plan.ts";

const maxRounds = 4;
/** The table is not as it was read a moment ago: read again, decide again. */
const tableHasChanged: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "ambiguous_key",
  "not_found",
  "unknown_field",
]);
/** What a delete may be answered when somebody else was faster; the next read tells whether that was it. */
const mayBeGone: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "not_found",
  "forbidden",
  "invalid_request",
]);
/** One row may be to blame, so each half of the batch is tried alone. */
const oneRowToBlame: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "invalid_request",
  "too_large",
  "invalid_id",
]);

type PlanWithWrite = WritePlan & { readonly write: RowWrite };
const hasWrite = (plan: WritePlan): plan is PlanWithWrite => plan.write !== undefined;

export interface WritesOptions {
  readonly table: Table;
  readonly schema: Schema;
  readonly known: KnownRows;
  /** Waits as long as a save may wait for others. @default none waits */
  readonly gather?: (options: { readonly signal: AbortSignal }) => Promise<void>;
  readonly onEvent: (event: ArchiveEvent) => void;
}

/**
 * Saves and erases, ten users at a time: one read of those who were not loaded just before, one write, then the surplus
 * rows. A single batch runs at a time, so in this process nobody writes a user between the read and the write.
 */
export function createWrites({ table, schema, known, gather, onEvent }: WritesOptions) {
  return createBatcher<Write, WriteOutcome>({
    takeBatch: takeUsers,
    ...(gather && { gather: { wait: gather, isFull: isFullOrUrgent } }),
    async run(batch, { signal }) {
      let left = byUser(batch);
      const doubted = new Map<string, KnownRow>();
      for (let round = 1; left.size > 0; round++) {
        const { shape, plans } = await schema.using(async (now) => ({
          shape: now,
          plans: await planAll(left, { shape: now, doubted, signal }),
        }));
        const isLast = round === maxRounds;
        const again = await carryOut(plans, { shape, signal, isFirst: round === 1, isLast });
        for (const plan of again) if (plan.known) doubted.set(plan.user, plan.known);
        left = new Map(again.map(({ user, calls }) => [user, calls]));
      }
    },
  });

  /** Decides by what callers were told a moment ago, and by one look at everybody else. */
  async function planAll(
    users: ReadonlyMap<string, readonly PendingWrite[]>,
    {
      shape,
      doubted,
      signal,
    }: {
      readonly shape: Shape;
      /** What was known of those whose write has failed by it. */
      readonly doubted: ReadonlyMap<string, KnownRow>;
      readonly signal: AbortSignal;
    },
  ): Promise<WritePlan[]> {
    const plans: WritePlan[] = [];
    const unknown: [string, readonly PendingWrite[]][] = [];
    for (const [user, calls] of users) {
      const row = known.forSave(user);
      const plan = row && planKnown(user, calls, row);
      if (plan) plans.push(plan);
      else unknown.push([user, calls]);
    }
    if (unknown.length === 0) return plans;
    const found = await table.find(
      unknown.map(([user]) => user),
      shape,
      { signal },
    );
    for (const [user, calls] of unknown) {
      known.saw(user, found(user));
      tellBroken(user, found(user), onEvent);
      const before = doubted.get(user);
      const isGone = found(user).length === 0;
      plans.push(
        isGone && before && mayBeDeleted(before)
          ? planLost({ user, calls })
          : planUser(user, calls, found(user)),
      );
    }
    return plans;
  }

  /** Whether a row that is gone was deleted by hand, rather than between the look of the caller and its save. */
  function mayBeDeleted(row: KnownRow): boolean {
    return row.record !== undefined && known.isOld(row);
  }

  /** Notes what was written. A new row in the place of one that was known is taken away again: somebody had deleted it. */
  function wrote(plan: PlanWithWrite, row: PutRow | undefined): WritePlan {
    if (row?.isNew && plan.known && mayBeDeleted(plan.known)) {
      known.wrote(plan.user, {});
      return planLost({ ...plan, rowId: row.id });
    }
    known.wrote(plan.user, { record: plan.write.record, ...(row && { id: row.id }) });
    return plan;
  }

  /** Carries the plans out, and returns those that must be made anew. */
  async function carryOut(
    plans: readonly WritePlan[],
    {
      shape,
      signal,
      isFirst,
      isLast,
    }: {
      readonly shape: Shape;
      readonly signal: AbortSignal;
      readonly isFirst: boolean;
      readonly isLast: boolean;
    },
  ): Promise<WritePlan[]> {
    const again: WritePlan[] = [];
    const written: WritePlan[] = plans.filter((plan) => !hasWrite(plan));
    await putAll(plans.filter(hasWrite));
    await removeAll(written);
    return again;

    async function putAll(some: readonly PlanWithWrite[]): Promise<void> {
      if (some.length === 0) return;
      try {
        const rows = await table.put(
          some.map((plan) => rowOf(plan, table, shape)),
          { signal },
        );
        some.forEach((plan, at) => written.push(wrote(plan, rows[at])));
      } catch (error) {
        if (!(error instanceof AirtableError)) throw error;
        for (const { user } of some) known.drop(user);
        const mayWorkAnew =
          tableHasChanged.has(error.code) ||
          // A row that is gone may be answered as one that may not be written.
          (error.code === "forbidden" && isFirst && some.some(({ write }) => write.rowId)) ||
          (error.type === "INVALID_VALUE_FOR_COLUMN" && !isLast && table.guessOtherKeyType(shape));
        if (mayWorkAnew && !isLast) {
          again.push(...some);
        } else if (oneRowToBlame.has(error.code) && some.length > 1) {
          const half = Math.ceil(some.length / 2);
          await putAll(some.slice(0, half));
          await putAll(some.slice(half));
        } else {
          for (const plan of some) plan.fail(error);
        }
      }
    }

    /** An erase is not done before its rows are gone; the rest of a duplicate may wait for the next save. */
    async function removeAll(some: readonly WritePlan[]): Promise<void> {
      const failure = await removeInTens(some.flatMap((plan) => plan.remove)).then(
        () => undefined,
        (error: unknown) => error,
      );
      const maybeGone = failure instanceof AirtableError && mayBeGone.has(failure.code);
      for (const plan of some) {
        if (plan.mustRemove) known.drop(plan.user);
        if (plan.duplicates > 0)
          onEvent({
            type: "duplicates",
            user: plan.user,
            rows: plan.duplicates + 1,
            removed: failure === undefined ? plan.remove.length : 0,
          });
        if (failure === undefined || plan.remove.length === 0 || !plan.mustRemove) plan.finish();
        else if (maybeGone && !isLast) again.push(plan);
        else plan.fail(failure);
      }
    }

    async function removeInTens(ids: readonly string[]): Promise<void> {
      for (let i = 0; i < ids.length; i += rowsPerWrite)
        await table.remove(ids.slice(i, i + rowsPerWrite), { signal });
    }
  }
}

/** Takes the writes of at most ten users; of each the first ones of one kind, so that a save never overtakes an erase. */
function takeUsers(queue: PendingWrite[]): PendingWrite[] {
  const kinds = new Map<string, Write["kind"] | "closed">();
  const rest: PendingWrite[] = [];
  const taken: PendingWrite[] = [];
  for (const call of queue) {
    const { user, kind } = call.input;
    const open = kinds.get(user);
    if (open === undefined && kinds.size < rowsPerWrite) kinds.set(user, kind);
    else if (open !== kind) {
      if (open !== undefined) kinds.set(user, "closed");
      rest.push(call);
      continue;
    }
    taken.push(call);
  }
  queue.splice(0, queue.length, ...rest);
  return taken;
}

/** An erase waits for nobody. */
function isFullOrUrgent(queue: readonly PendingWrite[]): boolean {
  const users = new Set(queue.map(({ input }) => input.user));
  return users.size >= rowsPerWrite || queue.some(({ input }) => input.kind === "erase");
}

function byUser(batch: readonly PendingWrite[]): Map<string, readonly PendingWrite[]> {
  return Map.groupBy(
    batch.filter(({ settled }) => !settled),
    ({ input }) => input.user,
  );
}

function rowOf({ user, write }: PlanWithWrite, table: Table, shape: Shape): Put {
  const cells = encodeCells(user, write.record, table.writeKeyType(shape), shape.lacking);
  return write.rowId === undefined ? { cells } : { id: write.rowId, cells };
}
