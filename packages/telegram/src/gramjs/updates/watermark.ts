/** Keeps the state up to which everything is done, when things end in another order than they began in. */
export class Watermark<S> {
  readonly #commit: (state: S) => void;
  readonly #entries: ({ done: boolean } | { state: S })[] = [];

  constructor(commit: (state: S) => void) {
    this.#commit = commit;
  }

  /** Notes that something begins; returns what is to be called when it is done. */
  begin(): () => void {
    const entry = { done: false };
    this.#entries.push(entry);
    return () => {
      entry.done = true;
      this.#advance();
    };
  }

  /** Commits the state as soon as all that began before is done. */
  mark(state: S): void {
    const last = this.#entries.at(-1);
    if (last && "state" in last) last.state = state;
    else this.#entries.push({ state });
    this.#advance();
  }

  #advance(): void {
    let reached: { readonly state: S } | undefined;
    for (let head = this.#entries[0]; head; head = this.#entries[0]) {
      if ("state" in head) reached = head;
      else if (!head.done) break;
      this.#entries.shift();
    }
    if (reached) this.#commit(reached.state);
  }
}
