import type { DatabaseSync } from "node:sqlite";
import type { LaneTables, SomeLetters } from "../lanes/lane-tables.ts";
import type { DeadLetter } from "../queue.ts";
import { readSlot, type Slots } from "./slots.ts";

function letterOf(row: Readonly<Record<string, unknown>>): DeadLetter {
  const pushedAt = row["pushed_at"];
  return {
    number: Number(row["number"]),
    id: String(row["id"]),
    lane: String(row["lane"]),
    body: readSlot(row["json"]),
    attempts: Number(row["attempts"]),
    reason: String(row["reason"]),
    ...(pushedAt === null ? {} : { pushedAtMs: Number(pushedAt) }),
    buriedAtMs: Number(row["buried_at"]),
  };
}

type LetterRows = Pick<
  LaneTables,
  | "addLetter"
  | "letters"
  | "letterNumbers"
  | "letter"
  | "dropLetter"
  | "letterCount"
  | "acknowledged"
  | "acknowledge"
>;

/** Prepares what is said of dead letters. The caller holds the transaction. */
export function letterRows(db: DatabaseSync, queue: number, slots: Slots): LetterRows {
  const some =
    "queue = ? AND number > ? AND buried_at <= ? AND (lane = ? OR ? IS NULL) ORDER BY number LIMIT ?";
  const selectLetters = db.prepare(
    `SELECT * FROM tgmem_queue_letter JOIN tgmem_queue_slot USING (slot) WHERE ${some}`,
  );
  const selectNumbers = db.prepare(`SELECT number FROM tgmem_queue_letter WHERE ${some}`);
  const selectOfLane = db.prepare(
    "SELECT number FROM tgmem_queue_letter WHERE queue = ? AND lane = ? ORDER BY number LIMIT ?",
  );
  const selectLetter = db.prepare(
    "SELECT * FROM tgmem_queue_letter JOIN tgmem_queue_slot USING (slot) WHERE queue = ? AND number = ?",
  );
  const selectSlot = db.prepare(
    "SELECT slot FROM tgmem_queue_letter WHERE queue = ? AND number = ?",
  );
  const insert = db.prepare("INSERT INTO tgmem_queue_letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const remove = db.prepare("DELETE FROM tgmem_queue_letter WHERE queue = ? AND number = ?");
  const countBurial = db.prepare(
    "UPDATE tgmem_queue SET buried = buried + 1 WHERE queue = ? RETURNING buried",
  );
  const selectCount = db.prepare(
    "SELECT count(*) AS count FROM tgmem_queue_letter WHERE queue = ?",
  );
  const selectAcknowledged = db.prepare("SELECT acknowledged FROM tgmem_queue WHERE queue = ?");
  const acknowledge = db.prepare(
    "UPDATE tgmem_queue SET acknowledged = max(acknowledged, min(?, buried)) WHERE queue = ?",
  );
  const given = ({ lane, till = Infinity, after = 0, most }: SomeLetters) =>
    [queue, after, till, lane ?? null, lane ?? null, most] as const;

  return {
    addLetter({ id, lane, body, attempts, reason, pushedAtMs = null, buriedAtMs }) {
      const number = Number(countBurial.get(queue)?.["buried"]);
      const slot = slots.write(body);
      insert.run(queue, number, id, lane, slot, attempts, reason, pushedAtMs, buriedAtMs);
    },
    letters: (which) => selectLetters.all(...given(which)).map(letterOf),
    letterNumbers(which) {
      const { lane, till, after, most } = which;
      const isOfLane = lane !== undefined && till === undefined && after === undefined;
      const rows = isOfLane
        ? selectOfLane.all(queue, lane, most)
        : selectNumbers.all(...given(which));
      return rows.map((row) => Number(row["number"]));
    },
    letter(number) {
      const row = selectLetter.get(queue, number);
      return row && letterOf(row);
    },
    dropLetter(number) {
      const row = selectSlot.get(queue, number);
      if (!row) return false;
      remove.run(queue, number);
      slots.erase(Number(row["slot"]));
      return true;
    },
    letterCount: () => Number(selectCount.get(queue)?.["count"]),
    acknowledged: () => Number(selectAcknowledged.get(queue)?.["acknowledged"]),
    acknowledge: (through) => void acknowledge.run(through, queue),
  };
}
