import { AirtableError } from "../errors.ts";

/** One caller who waits. */
export interface Ticket<I, O> {
  readonly input: I;
  resolve(output: O): void;
  reject(error: unknown): void;
  /** Its caller has an answer, or has gone. */
  readonly settled: boolean;
}

export interface LaneOptions<I, O> {
  /** Takes the next batch out of the queue. */
  readonly pick: (queue: Ticket<I, O>[]) => Ticket<I, O>[];
  /** Settles every ticket of the batch; what it throws goes to those it did not settle. */
  readonly run: (batch: readonly Ticket<I, O>[], signal: AbortSignal) => Promise<void>;
}

/**
 * Callers wait together, one batch runs at a time. Batches form by themselves, without a timer: what comes while one
 * runs goes into the next. A caller who aborts leaves alone; the batch ends when all of it have.
 */
export function createLane<I, O>({ pick, run }: LaneOptions<I, O>) {
  const queue: Ticket<I, O>[] = [];
  let running:
    | { readonly batch: readonly Ticket<I, O>[]; readonly controller: AbortController }
    | undefined;
  let loop: Promise<void> | undefined;

  async function work(): Promise<void> {
    // Lets callers of the same moment come along.
    await Promise.resolve();
    while (queue.length > 0) {
      const batch = pick(queue);
      const controller = new AbortController();
      running = { batch, controller };
      try {
        await run(batch, controller.signal);
      } catch (error) {
        for (const ticket of batch) ticket.reject(error);
      }
      running = undefined;
    }
    loop = undefined;
  }

  function leave(ticket: Ticket<I, O>): void {
    const waiting = queue.indexOf(ticket);
    if (waiting >= 0) queue.splice(waiting, 1);
    if (running?.batch.every(({ settled }) => settled)) running.controller.abort();
  }

  return {
    add(input: I, signal?: AbortSignal): Promise<O> {
      if (signal?.aborted) return Promise.reject(aborted());
      return new Promise<O>((resolve, reject) => {
        let settled = false;
        const settle = (end: () => void) => {
          if (settled) return;
          settled = true;
          signal?.removeEventListener("abort", onAbort);
          end();
        };
        const ticket: Ticket<I, O> = {
          input,
          resolve: (output) => settle(() => resolve(output)),
          reject: (error) => settle(() => reject(error)),
          get settled() {
            return settled;
          },
        };
        const onAbort = () => {
          ticket.reject(aborted());
          leave(ticket);
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        queue.push(ticket);
        loop ??= work();
      });
    },
    /** Rejects everybody who waits. */
    abort(): void {
      for (const ticket of [...queue.splice(0), ...(running?.batch ?? [])])
        ticket.reject(aborted());
      running?.controller.abort();
    },
    /** Resolves when nobody waits. */
    idle: (): Promise<void> => loop ?? Promise.resolve(),
  };
}

const aborted = () => new AirtableError("aborted", "The call to the archive was aborted.");
