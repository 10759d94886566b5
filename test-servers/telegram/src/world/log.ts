import { isDeepStrictEqual } from "node:util";
import { TelegramServerError } from "../errors.ts";
import { int, type TlObject } from "../tl/fields.ts";

/** An event is counted, so that a client notices one that it has missed. */
interface Counted {
  /** The count of the log after this event. */
  readonly pts: number;
  /** How far this event moved the count. */
  readonly ptsCount: number;
}

/** A message was written or changed. */
export interface MessageEntry extends Counted {
  readonly kind: "new" | "edit";
  readonly message: TlObject;
}

/** Something else happened that is counted: messages were deleted or read. */
interface OtherEntry extends Counted {
  readonly kind: "other";
  /** The update without its counts. */
  readonly update: TlObject;
}

/** One event of a log, as it is told at once. */
export type Entry = MessageEntry | OtherEntry;

/** What a client that asks has missed. */
export interface Missed {
  readonly messages: readonly TlObject[];
  /** Every other event, and every new version with the event that it was. */
  readonly others: readonly Entry[];
  readonly pts: number;
  readonly isLast: boolean;
}

/** Counts the events of an account, or of a supergroup. */
export class UpdateLog {
  #pts = 1;
  #lastMessageId = 100;
  readonly #entries: Entry[] = [];
  /** The messages that are not deleted by id, each in its last version. */
  readonly #messages = new Map<number, TlObject>();

  get pts(): number {
    return this.#pts;
  }

  message(id: number): TlObject | undefined {
    return this.#messages.get(id);
  }

  /** The newest message of a chat that is not deleted. */
  last(peer: TlObject): TlObject | undefined {
    return [...this.#messages.values()].findLast((each) =>
      isDeepStrictEqual(each["peer_id"], peer),
    );
  }

  add(fields: Readonly<Record<string, unknown>>): MessageEntry {
    const id = ++this.#lastMessageId;
    return this.#keep("new", { _: "message", id, ...fields });
  }

  edit(id: number, fields: Readonly<Record<string, unknown>>): MessageEntry {
    const message = this.#messages.get(id);
    if (!message)
      throw new TelegramServerError("invalid_argument", `There is no message ${id} to edit.`);
    return this.#keep("edit", { ...message, ...fields });
  }

  /** The ids of these messages that were there and are deleted now. */
  delete(ids: readonly number[]): readonly number[] {
    return ids.filter((id) => this.#messages.delete(id));
  }

  /** Counts what is neither a message nor a new version of one. */
  note(update: TlObject, ptsCount: number): Entry {
    return this.#enter({ kind: "other", update, pts: (this.#pts += ptsCount), ptsCount });
  }

  /** Gives at most `limit` events; every message in its last version, as Telegram does, and without deleted ones. */
  after(pts: number, limit: number): Missed {
    const missed = this.#entries.filter((entry) => entry.pts > pts);
    const part = missed.slice(0, limit);
    const isLast = part.length === missed.length;
    const messages: TlObject[] = [];
    const others: Entry[] = [];
    for (const entry of part) {
      if (entry.kind === "other") others.push(entry);
      else {
        const message = this.#messages.get(int(entry.message, "id"));
        if (message && entry.kind === "new") messages.push(message);
        else if (message) others.push({ ...entry, message });
      }
    }
    return { messages, others, pts: isLast ? this.#pts : (part.at(-1)?.pts ?? this.#pts), isLast };
  }

  #keep(kind: MessageEntry["kind"], message: TlObject): MessageEntry {
    this.#messages.set(int(message, "id"), message);
    return this.#enter({ kind, message, pts: ++this.#pts, ptsCount: 1 });
  }

  #enter<T extends Entry>(entry: T): T {
    this.#entries.push(entry);
    return entry;
  }
}
