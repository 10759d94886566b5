import type { DatabaseSync } from "node:sqlite";
import type { StoredChat } from "../stored-chat.ts";
import { chatTables } from "./chat-tables.ts";
import { leaveNoTrace } from "./open-sqlite.ts";
import { orFailure } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";

/** Gives everything that a store keeps in a file, chat by chat. Nobody should work with it meanwhile. Throws `store_unavailable`. */
export function* dumpChats(db: DatabaseSync): Generator<StoredChat> {
  const { chats, chat } = orFailure("store_unavailable", () => readerOf(db));
  for (const id of chats) yield orFailure("store_unavailable", () => chat(id));
}

function readerOf(db: DatabaseSync) {
  const tables = chatTables(db);
  const chats = db.prepare(
    "SELECT user FROM tgmem_person UNION SELECT user FROM tgmem_paused ORDER BY user",
  );
  const turns = db.prepare(
    "SELECT seq, at_ms, payload FROM tgmem_turn WHERE user = ? ORDER BY seq",
  );
  const ids = db.prepare(
    "SELECT turn_id, seq, at_ms FROM tgmem_seen WHERE user = ? ORDER BY turn_id",
  );
  const forgets = db.prepare(
    "SELECT request_id, epoch FROM tgmem_forget WHERE user = ? ORDER BY request_id",
  );
  return {
    chats: chats.all().map(({ user }) => String(user)),
    chat: (chat: string): StoredChat => {
      const { epoch, counters, stored } = tables.chat(chat);
      return {
        chat,
        epoch,
        counters,
        summary: stored,
        turns: turns.all(chat).map((row) => ({
          seq: Number(row["seq"]),
          atMs: Number(row["at_ms"]),
          payload: String(row["payload"]),
        })),
        ids: ids.all(chat).map((row) => ({
          id: String(row["turn_id"]),
          seq: Number(row["seq"]),
          atMs: Number(row["at_ms"]),
        })),
        forgets: forgets.all(chat).map((row) => ({
          requestId: String(row["request_id"]),
          epoch: Number(row["epoch"]),
        })),
        usage: tables.usage(chat),
        isPaused: tables.isPaused(chat),
        ...tables.archived(chat),
      };
    },
  };
}

/**
 * Puts into a file what another store kept of chats, all at once. The file MUST know nothing of them. Throws `store_unavailable`, and
 * nothing is written then.
 */
export function loadChats(db: DatabaseSync, chats: readonly StoredChat[]): void {
  orFailure("store_unavailable", () => {
    leaveNoTrace(db);
    const tables = chatTables(db);
    transaction(db, "IMMEDIATE", () => {
      for (const stored of chats) {
        const { chat, epoch, counters, summary } = stored;
        tables.saveChat(chat, { epoch, counters, stored: summary });
        for (const turn of stored.turns) tables.addTurn(chat, turn);
        for (const { id: turnId, seq, atMs } of stored.ids)
          tables.addSeen(chat, { turnId, seq, atMs });
        for (const forget of stored.forgets) tables.addForget(chat, forget);
        tables.addUsage(chat, stored.usage);
        tables.addArchived(chat, stored.archivedIn);
        if (stored.isPaused) tables.pause(chat, true);
      }
    });
  });
}
