import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { afterAll, it } from "vitest";
import { queueContract } from "../testing/index.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteQueue } from "./sqlite-queue.ts";

const dir = mkdtempSync(join(tmpdir(), "tgmem-queue-"));
const opened: DatabaseSync[] = [];
afterAll(() => {
  for (const db of opened) db.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Each handle has a connection of its own, as those of several processes have. */
const contract = queueContract({
  async create(options) {
    const db = openSqlite(join(dir, `${options.name}.sqlite`));
    opened.push(db);
    const queue = sqliteQueue(db, options);
    // Not waiting for the disk changes no answer, and makes the test fast.
    db.exec("PRAGMA synchronous = OFF");
    return queue;
  },
});

for (const { title, run } of contract) it(title, run);
