import type { HeldLease } from "../keep-leases.ts";
import type { Job, Outcome } from "../queue.ts";
import type { ConsumeEvent, ConsumerQueue, Handler, HandlerResult } from "./consumer.ts";
import { giveBack } from "./give-back.ts";

const eventOf = { settle: "settled", retry: "retried", defer: "deferred", bury: "buried" } as const;

/** What all jobs of a consumer have in common. */
export interface JobContext<T> {
  readonly queue: ConsumerQueue<T>;
  readonly handle: Handler<T>;
  readonly backoff: (attempt: number) => number;
  readonly reason: (error: unknown) => string;
  readonly onEvent: (event: ConsumeEvent) => void;
}

interface HandlerOutcome {
  readonly result: HandlerResult | void;
  readonly error?: unknown;
}

/** A job from its take to the answer to its end. */
export class RunningJob<T> {
  readonly #job: Job<T>;
  readonly #held: HeldLease;
  readonly #context: JobContext<T>;
  /** It is given back, because the consumer stops. */
  #stopped = false;
  #stop: AbortController | undefined;
  #signal: AbortSignal | undefined;

  constructor(job: Job<T>, held: HeldLease, context: JobContext<T>) {
    this.#job = job;
    this.#held = held;
    this.#context = context;
  }

  /** Never rejects. `handled` is called when the handler is done, before the job is settled. */
  async work(handled: () => void): Promise<void> {
    try {
      const ended = await this.#runHandler().finally(handled);
      if (this.#held.lost) this.#tell("lost");
      if (this.#held.lost || this.#stopped) return;
      this.#held.finishing();
      const [outcome] = await this.#carryOut(ended.result);
      this.#report(outcome, ended);
    } catch (error) {
      this.#context.onEvent({ type: "error", error }); // Its lease ends, then it comes again.
    } finally {
      this.#held.release();
    }
  }

  /** Aborts the handler and gives the job back. */
  async stop(): Promise<void> {
    this.#held.release();
    this.#stopped = true;
    this.#stop?.abort(stopping());
    await giveBack(this.#context.queue, [this.#job]);
  }

  async #runHandler(): Promise<HandlerOutcome> {
    const { handle, backoff, reason } = this.#context;
    const signal = () => this.#signalOfHandler();
    const options = {
      // Made when it is asked for: most handlers never do, and signals that follow others are dear.
      get signal() {
        return signal();
      },
    };
    try {
      return { result: await handle(this.#job, options) };
    } catch (error) {
      const delayMs = backoff(this.#job.attempt);
      return { result: { action: "retry", delayMs, reason: reason(error) }, error };
    }
  }

  #signalOfHandler(): AbortSignal {
    if (!this.#signal) {
      this.#stop = new AbortController();
      if (this.#stopped) this.#stop.abort(stopping());
      this.#signal = AbortSignal.any([this.#held.signal, this.#stop.signal]);
    }
    return this.#signal;
  }

  #carryOut(result: HandlerResult | void): Promise<readonly Outcome[]> {
    const { queue } = this.#context;
    const receipts = [this.#job.receipt];
    if (result?.action === "retry") return queue.retry(receipts, result);
    if (result?.action === "defer") return queue.defer(receipts, result);
    if (result?.action === "bury") return queue.bury(receipts, result);
    return queue.settle(receipts);
  }

  #report(outcome: Outcome | undefined, { result, error }: HandlerOutcome): void {
    if (outcome === "stale" || outcome === "gone") this.#tell("lost");
    else if (outcome === "buried") this.#tell("buried", { error });
    else this.#tell(eventOf[result?.action ?? "settle"], { error });
  }

  #tell(
    type: Exclude<ConsumeEvent["type"], "error">,
    more: { readonly error?: unknown } = {},
  ): void {
    const { id, attempt } = this.#job;
    this.#context.onEvent({ type, id, attempt, ...more });
  }
}

export const stopping = () => new Error("The consumer stops.");
