import { AirtableError } from "../errors.ts";

/** A call that waits for its batch, or for the batch's answer. */
export interface PendingCall<I, O> {
  readonly input: I;
  resolve(output: O): void;
  reject(error: unknown): void;
  /** Its caller has an answer, or has gone. */
  readonly settled: boolean;
}

export interface BatcherOptions<I, O> {
  /** Takes the next batch out of the queue. */
  readonly takeBatch: (queue: PendingCall<I, O>[]) => PendingCall<I, O>[];
  /** Settles every call of the batch; what it throws goes to those it did not settle. */
  readonly run: (
    batch: readonly PendingCall<I, O>[],
    options: { readonly signal: AbortSignal },
  ) => Promise<void>;
  /** Lets a batch wait for company. @default none waits */
  readonly gather?: {
    /** Ends when the batch has waited long enough, or at once when the signal aborts. */
    readonly wait: (options: { readonly signal: AbortSignal }) => Promise<void>;
    /** Whether there is enough for a batch. */
    readonly isFull: (queue: readonly PendingCall<I, O>[]) => boolean;
  };
}

/**
 * Makes one call of many. One batch runs at a time, and batches form by themselves: what comes while one runs goes into the
 * next. A caller who aborts leaves alone; the batch ends when all of its callers have.
 */
export function createBatcher<I, O>({ takeBatch, run, gather }: BatcherOptions<I, O>) {
  const queue: PendingCall<I, O>[] = [];
  let running:
    | { readonly batch: readonly PendingCall<I, O>[]; readonly controller: AbortController }
    | undefined;
  let loop: Promise<void> | undefined;
  let gathered = new AbortController();
  let drains = false;

  async function work(): Promise<void> {
    // Lets calls of the same moment come along.
    await Promise.resolve();
    while (queue.length > 0) {
      gathered = new AbortController();
      if (gather && !drains && !gather.isFull(queue))
        await gather.wait({ signal: gathered.signal });
      const batch = takeBatch(queue);
      const controller = new AbortController();
      running = { batch, controller };
      try {
        await run(batch, { signal: controller.signal });
      } catch (error) {
        for (const call of batch) call.reject(error);
      }
      running = undefined;
    }
    loop = undefined;
  }

  function leave(call: PendingCall<I, O>): void {
    const waiting = queue.indexOf(call);
    if (waiting >= 0) queue.splice(waiting, 1);
    if (queue.length === 0) gathered.abort();
    if (running?.batch.every(({ settled }) => settled)) running.controller.abort();
  }

  return {
    /** Resolves with the answer to `input`. @throws AirtableError `aborted` when the signal aborts first */
    add(input: I, { signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<O> {
      if (signal?.aborted) return Promise.reject(aborted());
      return new Promise<O>((resolve, reject) => {
        let settled = false;
        const settle = (end: () => void) => {
          if (settled) return;
          settled = true;
          signal?.removeEventListener("abort", onAbort);
          end();
        };
        const call: PendingCall<I, O> = {
          input,
          resolve: (output) => settle(() => resolve(output)),
          reject: (error) => settle(() => reject(error)),
          get settled() {
            return settled;
          },
        };
        const onAbort = () => {
          call.reject(aborted());
          leave(call);
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        queue.push(call);
        if (gather?.isFull(queue)) gathered.abort();
        loop ??= work();
      });
    },
    /** Ends the batch that runs, and rejects everybody who waits. */
    abort(): void {
      for (const call of [...queue.splice(0), ...(running?.batch ?? [])]) call.reject(aborted());
      running?.controller.abort();
      gathered.abort();
    },
    /** Lets nobody wait for company any more, and resolves when nobody waits at all. */
    drained(): Promise<void> {
      drains = true;
      gathered.abort();
      return loop ?? Promise.resolve();
    },
  };
}

const aborted = () => new AirtableError("aborted", "The call to the archive was aborted.");
