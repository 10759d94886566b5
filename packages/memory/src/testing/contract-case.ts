import { randomUUID } from "node:crypto";
import type { SummaryArchive } from "../archive.ts";
import type { PostingStore } from "../recall/posting-store.ts";
import type { WindowStore } from "../store.ts";

/** One promise of a port. Any test runner can run it: `it(title, run)`. */
export interface ContractCase {
  /** A sentence that states the promise. */
  readonly title: string;
  /** Rejects when the promise is broken. */
  readonly run: () => Promise<void>;
}

/** The promises of a port by their titles. Each check gets the adapter, and a chat of its own. */
type Checks<Port> = Readonly<Record<string, (port: Port, chat: string) => Promise<void>>>;
export type StoreCases = Checks<WindowStore>;
export type ArchiveCases = Checks<SummaryArchive>;
export type RecallCases = Checks<PostingStore>;

export interface ContractOptions<Port> {
  /** Makes the adapter of a case. It may be the same one for all cases, because each uses chats of its own. */
  readonly create: () => Promise<Port>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: ((port: Port) => Promise<void>) | undefined;
}

export function contractCases<Port>(
  checks: Checks<Port>,
  { create, destroy }: ContractOptions<Port>,
): ContractCase[] {
  return Object.entries(checks).map(([title, check]) => ({
    title,
    async run() {
      const port = await create();
      try {
        await check(port, newChat());
      } finally {
        await destroy?.(port);
      }
    },
  }));
}

/** The id of a chat that no other case uses. */
export const newChat = (): string => `chat-${randomUUID()}`;
