import { hash } from "node:crypto";
import { Api } from "telegram";
import type { Account, IncomingMessage } from "../../telegram.ts";
import type { Item } from "./merger.ts";
import type { Watermark } from "./watermark.ts";
import { BoundedMap } from "../../bounded-map.ts";
import { replyTargetIn } from "./quote.ts";
import { toIncoming, type WritersOptions } from "./to-incoming.ts";
import type { Content } from "./update-content.ts";

export interface DeduplicatorOptions extends WritersOptions {
  readonly account: Account;
  readonly add: (item: Item) => void;
  readonly signal: AbortSignal;
}

/** Messages that are let in and not yet handled. Above that, logs are read no further. */
const limit = 500;
const maxRemembered = 5_000;

/** Lets each version of each message in once, and counts those that are not yet handled. */
export class Deduplicator {
  readonly #options: DeduplicatorOptions;
  readonly #seen = new BoundedMap<true>(maxRemembered);
  /** What each message said last: reactions and buttons change a message, too, and nobody wrote anything. */
  readonly #contents = new BoundedMap<string>(maxRemembered);
  #unhandled = 0;
  #room = Promise.withResolvers<void>();

  constructor(options: DeduplicatorOptions) {
    this.#options = options;
    options.signal.addEventListener("abort", () => this.#room.resolve(), { once: true });
  }

  /** Resolves when it is let in; waits for room. Its log goes on from it only when it has been handled. */
  async admit({ message, isEdit }: Content, log: Pick<Watermark<unknown>, "begin">): Promise<void> {
    if (!(message instanceof Api.Message)) return;
    const incoming = this.#news(message, isEdit);
    if (!incoming) return;
    while (this.#unhandled >= limit) {
      this.#options.signal.throwIfAborted();
      await this.#room.promise;
    }
    this.#unhandled++;
    const end = log.begin();
    const reply = replyTargetIn(message);
    this.#options.add({
      message: incoming,
      done: () => {
        end();
        this.#unhandled--;
        this.#makeRoom();
      },
      ...(message.groupedId && !isEdit ? { album: message.groupedId.toString() } : {}),
      ...(reply ? { reply } : {}),
    });
  }

  #makeRoom(): void {
    this.#room.resolve();
    if (!this.#options.signal.aborted) this.#room = Promise.withResolvers();
  }

  #news(message: Api.Message, isEdit: boolean): IncomingMessage | undefined {
    const { account } = this.#options;
    const incoming = toIncoming(message, account, this.#options);
    if (!incoming) return undefined;
    const original = `${incoming.chatId}:${incoming.messageId}`;
    const digest = digestOf(incoming);
    if (!isEdit) {
      if (this.#seen.has(original)) return undefined;
      this.#seen.set(original, true);
      // Edited meanwhile: its first version may be known from before a crash, then the edit must not look like nothing.
      if (!message.editDate) this.#contents.set(original, digest);
      return incoming;
    }
    if (!message.editDate || message.editHide) return undefined;
    if (this.#contents.get(original) === digest) return undefined;
    this.#contents.set(original, digest);
    // Telegram tells whole seconds, in which there can be two versions.
    const version = `${original}:${message.editDate}:${digest}`;
    if (this.#seen.has(version)) return undefined;
    this.#seen.set(version, true);
    return { ...incoming, editedAtMs: message.editDate * 1_000 };
  }
}

const digestOf = ({ text, unreadable }: IncomingMessage) =>
  hash("sha256", `${unreadable}:${text}`, "base64").slice(0, 12);
