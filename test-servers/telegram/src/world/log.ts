import { int, type TlObject } from "../tl/fields.ts";

/** One event of a log, as it is told at once. */
export interface Entry {
  readonly pts: number;
  readonly kind: "new" | "edit";
  readonly message: TlObject;
}

/** What a client that asks has missed. */
export interface Missed {
  readonly messages: readonly TlObject[];
  /** New versions, with the event each of them was. */
  readonly edits: readonly Entry[];
  readonly pts: number;
  readonly isLast: boolean;
}

/** Counts the events of an account, or of a supergroup. */
export class UpdateLog {
  #pts = 1;
  #lastMessageId = 100;
  readonly #entries: Entry[] = [];
  /** By id, in its last version. */
  readonly #messages = new Map<number, TlObject>();

  get pts(): number {
    return this.#pts;
  }

  message(id: number): TlObject | undefined {
    return this.#messages.get(id);
  }

  add(fields: Readonly<Record<string, unknown>>): Entry {
    const id = ++this.#lastMessageId;
    return this.#enter("new", { _: "message", id, ...fields });
  }

  edit(id: number, fields: Readonly<Record<string, unknown>>): Entry {
    const message = this.#messages.get(id);
    if (!message) throw new Error(`there is no message ${id} to edit`);
    return this.#enter("edit", { ...message, ...fields });
  }

  /** At most `limit` events; every message is given in its last version, as Telegram does. */
  after(pts: number, limit: number): Missed {
    const missed = this.#entries.filter((entry) => entry.pts > pts);
    const part = missed.slice(0, limit);
    const isLast = part.length === missed.length;
    const current = part.map((entry) => ({
      ...entry,
      message: this.#messages.get(int(entry.message, "id")) ?? entry.message,
    }));
    return {
      messages: current.flatMap(({ kind, message }) => (kind === "new" ? [message] : [])),
      edits: current.filter(({ kind }) => kind === "edit"),
      pts: isLast ? this.#pts : (part.at(-1)?.pts ?? this.#pts),
      isLast,
    };
  }

  #enter(kind: Entry["kind"], message: TlObject): Entry {
    const entry = { pts: ++this.#pts, kind, message };
    this.#messages.set(int(message, "id"), message);
    this.#entries.push(entry);
    return entry;
  }
}
