import { DatabaseSync } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import { parseBody } from "../../queue/peers/peer.ts";
import type { OpenFilePeer } from "./peer.ts";

/** The least that loses no job: a table, a mark on what is in work, and nothing that ever looks at it. Each step is a transaction. */
export const openRaw: OpenFilePeer = (path) => {
  const db = new DatabaseSync(path);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE job (seq INTEGER PRIMARY KEY, held INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL);
    CREATE INDEX waiting ON job (seq) WHERE held = 0;`);
  const insert = db.prepare("INSERT INTO job (body) VALUES (?)");
  const take = db.prepare(`
    UPDATE job SET held = 1 WHERE seq = (SELECT seq FROM job WHERE held = 0 ORDER BY seq LIMIT 1)
    RETURNING seq, body`);
  const remove = db.prepare("DELETE FROM job WHERE seq = ?");
  return {
    add: (body) => insert.run(JSON.stringify(body)),
    async handle(work, { signal }) {
      while (!signal.aborted) {
        const row = take.get();
        if (!row) await turn();
        else {
          await work(parseBody(JSON.parse(String(row["body"]))));
          remove.run(Number(row["seq"]));
        }
      }
    },
    close: () => db.close(),
  };
};
