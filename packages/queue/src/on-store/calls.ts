import type { QueueRules } from "../arguments.ts";
import { unlessAborted, withDeadline } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { CallOptions } from "../queue.ts";

/** What holds for every call of a queue: it is refused when the queue is closed, and it does not wait for ever. */
export class Calls {
  readonly #name: string;
  readonly #timeoutMs: number;
  #closed = false;

  constructor({ name, callTimeoutMs }: Pick<QueueRules, "name" | "callTimeoutMs">) {
    this.#name = name;
    this.#timeoutMs = callTimeoutMs;
  }

  get closed(): boolean {
    return this.#closed;
  }
  close(): void {
    this.#closed = true;
  }
  mustBeOpen(): void {
    if (this.#closed) {
      throw new QueueError("closed", `Queue ${this.#name} is closed: make a new one.`);
    }
  }

  /** What precedes every call. */
  begin({ signal }: { readonly signal?: AbortSignal | undefined }): void {
    this.mustBeOpen();
    signal?.throwIfAborted();
  }

  async run<R>(work: () => Promise<R>, { signal }: CallOptions = {}): Promise<R> {
    this.begin({ signal });
    return this.within(work(), { signal });
  }

  /** Waits for work that is shared by calls, and is bounded in time where it is shared. */
  share<R>(work: Promise<R>, { signal }: CallOptions): Promise<R> {
    return signal ? unlessAborted(work, { signal }) : work;
  }

  /** Ends the caller's wait and not the work. */
  within<R>(
    work: Promise<R>,
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<R> {
    return withDeadline(work, { ms: this.#timeoutMs, late: () => this.#late(), signal });
  }

  #late(): QueueError {
    return new QueueError(
      "store_unavailable",
      `Queue ${this.#name} got no answer from its store within ${this.#timeoutMs} ms: repeat it.`,
    );
  }
}
