import { consume } from "@tgmem/queue";
import { openSqlite, sqliteQueue } from "@tgmem/queue/sqlite";
import { inFlight } from "../../queue/load.ts";
import { jobOf } from "../../queue/peers/ours.ts";
import { parseBody } from "../../queue/peers/peer.ts";
import type { OpenFilePeer } from "./peer.ts";

const laneCount = 1_000;

export const openOurs: OpenFilePeer = (path) => {
  const db = openSqlite(path);
  const queue = sqliteQueue(db, { name: "bench", schema: { parse: parseBody } });
  return {
    add: (body) => queue.push([jobOf(body, laneCount)]),
    handle: (work, { signal }) =>
      consume(queue, ({ body }) => work(body), { concurrency: inFlight }).run({ signal }),
    async close() {
      await queue.close();
      db.close();
    },
  };
};
