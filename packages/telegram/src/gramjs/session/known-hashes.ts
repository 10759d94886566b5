import { Api } from "telegram";
import { channelChatId } from "./chat-id.ts";
import { entitiesIn } from "./entities.ts";

/** One row a chat, the least recently seen goes first: the client's own list grows with every update. */
export class KnownHashes {
  readonly #hashes: Map<string, string>;
  readonly #limit: number;

  constructor(rows: readonly (readonly [string, string])[], limit = 5_000) {
    this.#hashes = new Map(rows);
    this.#limit = limit;
  }

  get(chatId: string): string | undefined {
    return this.#hashes.get(chatId);
  }

  forget(chatId: string): void {
    this.#hashes.delete(chatId);
  }

  rows(): [string, string][] {
    return [...this.#hashes];
  }

  /** Learns from whatever Telegram sent; says whether that was something new. */
  learn(object: unknown): boolean {
    let changed = false;
    for (const entity of entitiesIn(object)) {
      // A `min` object comes with a hash that is good for its photo only.
      const hashed = entity instanceof Api.User || entity instanceof Api.Channel;
      if (!hashed || entity.min || !entity.accessHash) continue;
      const id =
        entity instanceof Api.User ? entity.id.toString() : channelChatId(entity.id.toString());
      const hash = entity.accessHash.toString();
      changed ||= this.#hashes.get(id) !== hash;
      this.#hashes.delete(id);
      this.#hashes.set(id, hash);
    }
    while (this.#hashes.size > this.#limit)
      this.#hashes.delete(this.#hashes.keys().next().value ?? "");
    return changed;
  }
}
