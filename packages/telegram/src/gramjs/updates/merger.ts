import type { IncomingMessage } from "../../telegram.ts";
import type { ReplyTarget } from "./quote.ts";

/** A message on its way to the handler. */
export interface Item {
  readonly message: IncomingMessage;
  /** Messages of one album have the same. */
  readonly album?: string;
  readonly reply?: ReplyTarget;
  /** The receiver calls it when the message has been handled. */
  readonly done: () => void;
}

export interface MergerOptions {
  /** 0 = nothing is merged, but albums. */
  readonly mergeWindowMs: number;
  readonly dispatch: (items: readonly [Item, ...Item[]]) => void;
}

/** The messages of an album come one by one, and nobody says which is the last. */
const albumMs = 1_000;
/** Longer texts are answered by themselves. */
const maxMergedLength = 500;
const maxMembers = 20;
/** Telegram tells whole seconds. */
const roundingMs = 1_000;

interface Waiting {
  readonly items: [Item, ...Item[]];
  timer: NodeJS.Timeout;
}

/**
 * Puts together what belongs together: albums, and what one person writes in one chat within a moment. Whatever does not
 * join what waits in its chat sends that on its way first, so that nothing overtakes.
 */
export class Merger {
  readonly #options: MergerOptions;
  readonly #waiting = new Map<string, Waiting>();

  constructor(options: MergerOptions) {
    this.#options = options;
  }

  /** Takes a message in; it goes on at once, or waits for what may belong to it. */
  add(item: Item): void {
    const { chatId } = item.message;
    const waiting = this.#waiting.get(chatId);
    if (waiting && this.#belongs(item, waiting.items)) {
      waiting.items.push(item);
      clearTimeout(waiting.timer);
      if (waiting.items.length >= maxMembers) this.#flush(chatId);
      else waiting.timer = this.#flushLater(item);
      return;
    }
    this.#flush(chatId);
    if (item.album === undefined && !this.#isMergeable(item)) this.#options.dispatch([item]);
    else this.#waiting.set(chatId, { items: [item], timer: this.#flushLater(item) });
  }

  /** Forgets what waits: it counts as not received. */
  stop(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #belongs(item: Item, items: Waiting["items"]): boolean {
    const first = items[0];
    if (item.album !== undefined || first.album !== undefined) return item.album === first.album;
    if (!this.#isMergeable(item) || item.message.userId !== first.message.userId) return false;
    if (item.message.topicId !== first.message.topicId) return false;
    const last = items.at(-1) ?? first;
    const between = item.message.sentAtMs - last.message.sentAtMs;
    return between <= this.#options.mergeWindowMs + roundingMs;
  }

  #isMergeable({ message, reply }: Item): boolean {
    const { text, addressed, editedAtMs, unreadable } = message;
    if (this.#options.mergeWindowMs <= 0 || reply || editedAtMs !== undefined) return false;
    // What is not for us takes no part: alone it would not be handled, and then a repeat would fit no more.
    return addressed && !unreadable && text.length <= maxMergedLength && !text.startsWith("/");
  }

  #flushLater({ message: { chatId }, album }: Item): NodeJS.Timeout {
    const ms = album === undefined ? this.#options.mergeWindowMs : albumMs;
    return setTimeout(() => this.#flush(chatId), ms);
  }

  #flush(chatId: string): void {
    const waiting = this.#waiting.get(chatId);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(chatId);
    this.#options.dispatch(waiting.items);
  }
}

/** Makes one message of several: the first that is for us, with the words of all. */
export function combine([first, ...others]: readonly [Item, ...Item[]]): IncomingMessage {
  if (others.length === 0) return first.message;
  const members = [first, ...others].map(({ message }) => message);
  const unreadable = members.find((member) => member.unreadable)?.unreadable;
  return {
    ...(members.find(({ addressed }) => addressed) ?? first.message),
    text: members.flatMap(({ text }) => (text === "" ? [] : [text])).join("\n"),
    ...(unreadable ? { unreadable } : {}),
    members,
  };
}
