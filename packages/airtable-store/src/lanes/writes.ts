import { type AirtableErrorCode, AirtableError } from "../errors.ts";
import type { ArchiveEvent } from "../events.ts";
import { encodeCells } from "../rows/codec.ts";
import { type Put, rowsPerWrite, type Shape, type Table } from "../rows/table.ts";
import type { Schema } from "../schema.ts";
import { createLane, type Ticket } from "./lane.ts";
import { type Plan, planUser, type Verdict, type Write } from "./plan.ts";

type Waiting = Ticket<Write, Verdict>;

const rounds = 4;
/** The table is not as it was read a moment ago: read again, decide again. */
const moved: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "ambiguous_key",
  "not_found",
  "unknown_field",
]);
/** What a delete may be answered when somebody else was faster; the next read tells whether that was it. */
const vanishing: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "not_found",
  "forbidden",
  "invalid_request",
]);
/** One row may be to blame. */
const poisoned: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "invalid_request",
  "too_large",
  "invalid_id",
]);

/**
 * Saves and erases, ten users at a time: one read, one write, then the surplus rows. A single batch runs at a time, so
 * in this process nobody writes a user between the read and the write.
 */
export function createWrites(table: Table, schema: Schema, onEvent: (event: ArchiveEvent) => void) {
  return createLane<Write, Verdict>({
    pick: pickUsers,
    async run(batch, signal) {
      let left = byUser(batch);
      for (let round = 1; left.size > 0; round += 1) {
        const { shape, found } = await schema.using(async (known) => ({
          shape: known,
          found: await table.find([...left.keys()], known, signal),
        }));
        const plans = [...left].map(([user, tickets]) => planUser(user, tickets, found(user)));
        const again = await carryOut(plans, shape, signal, round === rounds);
        left = new Map(again.map(({ user, tickets }) => [user, tickets]));
      }
    },
  });

  /** Returns the plans that must be made anew. */
  async function carryOut(
    plans: readonly Plan[],
    shape: Shape,
    signal: AbortSignal,
    last: boolean,
  ): Promise<Plan[]> {
    const again: Plan[] = [];
    const written: Plan[] = plans.filter(({ write }) => write === undefined);
    await putAll(plans.filter(({ write }) => write !== undefined));
    await removeAll(written);
    return again;

    async function putAll(some: readonly Plan[]): Promise<void> {
      if (some.length === 0) return;
      try {
        await table.put(
          some.map((plan) => rowOf(plan, table, shape)),
          signal,
        );
        written.push(...some);
      } catch (error) {
        if (!(error instanceof AirtableError)) throw error;
        if (moved.has(error.code) && !last) {
          again.push(...some);
        } else if (
          error.type === "INVALID_VALUE_FOR_COLUMN" &&
          !last &&
          table.guessOtherKeyType(shape)
        ) {
          again.push(...some);
        } else if (poisoned.has(error.code) && some.length > 1) {
          const half = Math.ceil(some.length / 2);
          await putAll(some.slice(0, half));
          await putAll(some.slice(half));
        } else {
          for (const plan of some) plan.fail(error);
        }
      }
    }

    /** An erase is not done before its rows are gone; the rest of a duplicate may wait for the next save. */
    async function removeAll(some: readonly Plan[]): Promise<void> {
      const failure = await removeInTens(some.flatMap((plan) => plan.remove)).then(
        () => undefined,
        (error: unknown) => error,
      );
      const vanished = failure instanceof AirtableError && vanishing.has(failure.code);
      for (const plan of some) {
        if (plan.duplicates > 0)
          onEvent({
            type: "duplicates",
            user: plan.user,
            rows: plan.duplicates + 1,
            removed: failure === undefined ? plan.remove.length : 0,
          });
        if (failure === undefined || plan.remove.length === 0 || !plan.mustRemove) plan.succeed();
        else if (vanished && !last) again.push(plan);
        else plan.fail(failure);
      }
    }

    async function removeInTens(ids: readonly string[]): Promise<void> {
      for (let i = 0; i < ids.length; i += rowsPerWrite)
        await table.remove(ids.slice(i, i + rowsPerWrite), signal);
    }
  }
}

/** The writes of at most ten users; of each the first ones of one kind, so that a save never overtakes an erase. */
function pickUsers(queue: Waiting[]): Waiting[] {
  const kinds = new Map<string, Write["kind"] | "closed">();
  const rest: Waiting[] = [];
  const picked: Waiting[] = [];
  for (const ticket of queue) {
    const { user, kind } = ticket.input;
    const open = kinds.get(user);
    if (open === undefined && kinds.size < rowsPerWrite) kinds.set(user, kind);
    else if (open !== kind) {
      if (open !== undefined) kinds.set(user, "closed");
      rest.push(ticket);
      continue;
    }
    picked.push(ticket);
  }
  queue.splice(0, queue.length, ...rest);
  return picked;
}

function byUser(batch: readonly Waiting[]): Map<string, readonly Waiting[]> {
  return Map.groupBy(
    batch.filter(({ settled }) => !settled),
    ({ input }) => input.user,
  );
}

function rowOf({ user, write, rowId }: Plan, table: Table, shape: Shape): Put {
  const cells = encodeCells(user, write!, table.writeKeyType(shape), shape.lacking);
  return rowId === undefined ? { cells } : { id: rowId, cells };
}
