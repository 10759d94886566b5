import { type AirtableErrorCode, AirtableError } from "../errors.ts";
import type { ArchiveEvent } from "../events.ts";
import { encodeCells } from "../rows/codec.ts";
import { type Put, rowsPerWrite, type Shape, type Table } from "../rows/table.ts";
import type { Schema } from "../schema.ts";
import { createBatcher } from "./batcher.ts";
import {
  type PendingWrite,
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
const mayBeDeleted: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
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

/**
 * Saves and erases, ten users at a time: one read, one write, then the surplus rows. A single batch runs at a time, so
 * in this process nobody writes a user between the read and the write.
 */
export function createWrites(table: Table, schema: Schema, onEvent: (event: ArchiveEvent) => void) {
  return createBatcher<Write, WriteOutcome>({
    takeBatch: takeUsers,
    async run(batch, { signal }) {
      let left = byUser(batch);
      for (let round = 1; left.size > 0; round++) {
        const { shape, found } = await schema.using(async (known) => ({
          shape: known,
          found: await table.find([...left.keys()], known, { signal }),
        }));
        const plans = [...left].map(([user, calls]) => planUser(user, calls, found(user)));
        const again = await carryOut(plans, { shape, signal, isLast: round === maxRounds });
        left = new Map(again.map(({ user, calls }) => [user, calls]));
      }
    },
  });

  /** Carries the plans out, and returns those that must be made anew. */
  async function carryOut(
    plans: readonly WritePlan[],
    {
      shape,
      signal,
      isLast,
    }: { readonly shape: Shape; readonly signal: AbortSignal; readonly isLast: boolean },
  ): Promise<WritePlan[]> {
    const again: WritePlan[] = [];
    const written: WritePlan[] = plans.filter((plan) => !hasWrite(plan));
    await putAll(plans.filter(hasWrite));
    await removeAll(written);
    return again;

    async function putAll(some: readonly PlanWithWrite[]): Promise<void> {
      if (some.length === 0) return;
      try {
        await table.put(
          some.map((plan) => rowOf(plan, table, shape)),
          { signal },
        );
        written.push(...some);
      } catch (error) {
        if (!(error instanceof AirtableError)) throw error;
        const mayWorkAnew =
          tableHasChanged.has(error.code) ||
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
      const maybeDeleted = failure instanceof AirtableError && mayBeDeleted.has(failure.code);
      for (const plan of some) {
        if (plan.duplicates > 0)
          onEvent({
            type: "duplicates",
            user: plan.user,
            rows: plan.duplicates + 1,
            removed: failure === undefined ? plan.remove.length : 0,
          });
        if (failure === undefined || plan.remove.length === 0 || !plan.mustRemove) plan.finish();
        else if (maybeDeleted && !isLast) again.push(plan);
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
