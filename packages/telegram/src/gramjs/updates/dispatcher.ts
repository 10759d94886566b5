import type { IncomingMessage } from "../../telegram.ts";
import { backoffMs } from "../../backoff.ts";
import { pause } from "../../deadline.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { TelegramClock } from "../client/telegram-clock.ts";
import { combine, type Item } from "./merger.ts";
import type { ReplyTarget } from "./quote.ts";
import { SerialQueue } from "./serial-queue.ts";

export interface DispatcherOptions {
  readonly handle: (message: IncomingMessage) => Promise<unknown>;
  readonly clock: Pick<TelegramClock, "now">;
  /** Looks up what a message answers. */
  readonly withQuote: (message: IncomingMessage, reply: ReplyTarget) => Promise<IncomingMessage>;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

const retries = { baseMs: 250, maxMs: 30_000 };

/** Gives messages to the handler until it takes them, in order per chat; chats do not wait for each other. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #chats = new Map<string, SerialQueue>();
  /** The chat whose delays are reported; when the list is away, one for all is enough. */
  #reported: string | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Ends when every handler that is at work has ended. */
  async idle(): Promise<void> {
    await Promise.all(Array.from(this.#chats.values(), (chat) => chat.run(async () => {})));
  }

  /** Puts a message, or several that belong together, behind those of its chat. */
  dispatch(items: readonly [Item, ...Item[]]): void {
    const { chatId } = items[0].message;
    const chat = this.#chats.get(chatId) ?? new SerialQueue(this.#options.onError);
    this.#chats.set(chatId, chat);
    void chat
      .run(() => this.#untilHandled(items))
      .then(() => {
        if (chat.isIdle && this.#chats.get(chatId) === chat) this.#chats.delete(chatId);
      });
  }

  async #untilHandled(items: readonly [Item, ...Item[]]): Promise<void> {
    const { handle, clock, withQuote, signal } = this.#options;
    if (signal.aborted) return;
    const combined = combine(items);
    const { reply } = items[0];
    const message = reply ? await withQuote(combined, reply) : combined;
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        await handle(aged(message, clock.now()));
      } catch (error) {
        await this.#delay(message.chatId, attempt, error);
        continue;
      }
      if (this.#reported === message.chatId) this.#reported = undefined;
      for (const { done } of items) done();
      return;
    }
  }

  async #delay(chatId: string, attempt: number, error: unknown): Promise<void> {
    const { onEvent, signal } = this.#options;
    const delayMs = backoffMs(attempt, retries);
    this.#reported ??= chatId;
    if (this.#reported === chatId) onEvent({ type: "delayed", what: "handle", delayMs, error });
    await pause(delayMs, { signal });
  }
}

/** Says how long it waited, also of each member, which may be taken by itself. */
const aged = (message: IncomingMessage, nowMs: number): IncomingMessage => ({
  ...message,
  waitedMs: Math.max(0, nowMs - (message.editedAtMs ?? message.sentAtMs)),
  ...(message.members && { members: message.members.map((member) => aged(member, nowMs)) }),
});
