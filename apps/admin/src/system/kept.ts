import type { RecallIndex, SummaryArchive, WindowStore } from "@tgmem/memory";
import type { Queue } from "@tgmem/queue";
import type { Records } from "@tgmem/records";
import type { Redis } from "@tgmem/service";
import type { ListName } from "./lists.ts";
import type { Whole } from "./whole.ts";

/** How much is kept, and by what. */
export interface Storage {
  /** `Redis` or `SQLite`. */
  readonly name: string;
  readonly version: string;
  /** What it takes room of. */
  readonly medium: "memory" | "disk";
  readonly usedBytes: number;
  /** How much there is room for; 0 = any. */
  readonly maxBytes: number;
  /** What is wrong with the room, and what to do; absent = there is enough. */
  readonly trouble?: string;
}

/** What a system keeps, in whatever way: all that has to be opened of it. */
export interface Kept {
  /** Answers the commands that a Redis and the file in place of it have in common. */
  readonly redis: Omit<Records, "close">;
  readonly queues: Readonly<Record<ListName, Queue<unknown>>>;
  readonly store: WindowStore;
  /** What was said long ago, word for word, as far as anybody keeps it. */
  readonly recall: RecallIndex;
  /** The archive that belongs to the store, where Airtable is not set up. */
  readonly ownArchive?: SummaryArchive;
  /** The whole Redis; absent = there is none. */
  readonly server?: Redis;
  readonly storage: () => Promise<Storage>;
  /** Everything in it as it is stored, for whoever moves it. */
  readonly whole: Whole;
  /** Names the processes that belong to it. */
  readonly expected: readonly string[];
}
