import type { IncomingMessage } from "../../telegram.ts";
import { pause } from "../../deadline.ts";
import type { TelegramEvent } from "../options.ts";
import { combine, type Item } from "./gather.ts";
import type { Reply } from "./reply.ts";
import { Sequence } from "./sequence.ts";

export interface HandOverOptions {
  readonly handle: (message: IncomingMessage) => Promise<unknown>;
  /** Looks up what a message answers. */
  readonly withQuote: (message: IncomingMessage, reply: Reply) => Promise<IncomingMessage>;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Gives messages to the handler until it takes them, in order per chat; chats do not wait for each other. */
export class HandOver {
  readonly #options: HandOverOptions;
  readonly #chats = new Map<string, Sequence>();
  /** The chat that complains; when the list is away, one for all is enough. */
  #complaining: string | undefined;

  constructor(options: HandOverOptions) {
    this.#options = options;
  }

  /** Ends when every handler that is at work has ended. */
  async idle(): Promise<void> {
    await Promise.all(Array.from(this.#chats.values(), (chat) => chat.run(async () => {})));
  }

  hand(items: readonly [Item, ...Item[]]): void {
    const { chatId } = items[0].message;
    const chat = this.#chats.get(chatId) ?? new Sequence(this.#options.onError);
    this.#chats.set(chatId, chat);
    void chat
      .run(() => this.#untilHandled(items))
      .then(() => {
        if (chat.isIdle && this.#chats.get(chatId) === chat) this.#chats.delete(chatId);
      });
  }

  async #untilHandled(items: readonly [Item, ...Item[]]): Promise<void> {
    const { handle, withQuote, signal } = this.#options;
    if (signal.aborted) return;
    const combined = combine(items);
    const { reply } = items[0];
    const message = reply ? await withQuote(combined, reply) : combined;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await handle(message);
      } catch (error) {
        await this.#delay(message.chatId, attempt, error);
        continue;
      }
      if (this.#complaining === message.chatId) this.#complaining = undefined;
      for (const { done } of items) done();
      return;
    }
  }

  async #delay(chatId: string, attempt: number, error: unknown): Promise<void> {
    const { onEvent, signal } = this.#options;
    const delayMs = Math.min(30_000, 250 * 2 ** attempt);
    this.#complaining ??= chatId;
    if (this.#complaining === chatId) onEvent({ type: "delayed", what: "handle", delayMs, error });
    await pause(delayMs, signal);
  }
}
