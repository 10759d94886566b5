import type { StoredChat } from "@tgmem/memory";
import type { StoredQueue } from "@tgmem/queue";
import type { Fact } from "./facts.ts";
import type { ListName } from "./lists.ts";

/** Everything that a system keeps, as it is stored. Nobody may work with it while it is read or written. */
export interface Whole {
  queue(list: ListName): Promise<StoredQueue>;
  /** Writes a list that holds nothing yet. */
  loadQueue(list: ListName, stored: StoredQueue): Promise<void>;
  chats(): AsyncIterable<StoredChat>;
  /** Writes chats of which nothing is known yet. */
  loadChats(chats: readonly StoredChat[]): Promise<void>;
  facts(): AsyncIterable<Fact>;
}
