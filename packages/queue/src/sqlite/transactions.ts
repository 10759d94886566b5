import type { QueueRules } from "../arguments.ts";
import { QueueError } from "../errors.ts";
import type { GroupCommit } from "./group-commit.ts";
import { isPassing, queueErrorOf, waitingError } from "./sqlite-error.ts";

const passingPollMs = 200;

/** How the calls of one queue reach the file. */
export class Transactions {
  readonly #commits: GroupCommit;
  readonly #rules: Pick<QueueRules, "name" | "callTimeoutMs">;
  readonly #onError: (error: Error) => void;
  readonly #unanswered = new Set<(error: Error) => void>();
  #isTold = false;

  constructor(
    commits: GroupCommit,
    rules: Pick<QueueRules, "name" | "callTimeoutMs">,
    onError: (error: Error) => void = () => {},
  ) {
    this.#commits = commits;
    this.#rules = rules;
    this.#onError = onError;
  }

  /** Rejects when the file cannot be written: the caller hears what happened. */
  once = <R>(work: () => R): Promise<R> => this.#run(work, { waits: false });

  /** Goes on until the file is written or nobody waits any more, for those who hold jobs. */
  untilDone = <R>(work: () => R): Promise<R> => this.#run(work, { waits: true });

  /** Writes what was asked until now, and rejects what could not be written. */
  close(): void {
    this.#commits.flush();
    const error = new QueueError(
      "closed",
      `Queue ${this.#rules.name} was closed before its file was written.`,
    );
    for (const reject of this.#unanswered) reject(error);
    this.#unanswered.clear();
  }

  #run<R>(work: () => R, { waits }: { readonly waits: boolean }): Promise<R> {
    const end = performance.now() + this.#rules.callTimeoutMs;
    return new Promise<R>((resolve, reject) => {
      let answer: R;
      this.#unanswered.add(reject);
      const ask = (): void => {
        if (!this.#unanswered.has(reject)) return;
        this.#commits.add({
          work: () => {
            answer = work();
          },
          done: () => {
            this.#unanswered.delete(reject);
            this.#isTold = false;
            resolve(answer);
          },
          failed: (cause) => {
            if (waits && isPassing(cause) && performance.now() < end) {
              this.#tell(cause);
              setTimeout(ask, passingPollMs);
              return;
            }
            this.#unanswered.delete(reject);
            reject(queueErrorOf(cause, this.#rules.name));
          },
          end,
        });
      };
      ask();
    });
  }

  /** Tells of an outage once: the calls wait, and nobody else would hear why. */
  #tell(cause: unknown): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#onError(waitingError(cause, this.#rules.name));
  }
}
