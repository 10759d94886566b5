import Database from "better-sqlite3";
import { better, defineQueue, defineWorker } from "plainjob";
import { parseBody } from "../../queue/peers/peer.ts";
import { aborted } from "../../queue/tally.ts";
import { type OpenFilePeer, pollMs } from "./peer.ts";

const silent = { error() {}, warn() {}, info() {}, debug() {} };

/** With `isDurable` an answer waits for the disk, as ours does; without, as it comes. It handles one job at a time. */
export const openPlainjob =
  ({ isDurable }: { readonly isDurable: boolean }): OpenFilePeer =>
  (path) => {
    const connection = better(new Database(path));
    const queue = defineQueue({ connection, logger: silent });
    if (isDurable) connection.pragma("synchronous = FULL");
    return {
      add: (body) => queue.add("bench", body),
      async handle(work, { signal }) {
        const worker = defineWorker("bench", ({ data }) => work(parseBody(JSON.parse(data))), {
          queue,
          logger: silent,
          pollIntervall: pollMs,
        });
        const ended = worker.start();
        await aborted(signal);
        await worker.stop();
        await ended;
      },
      close: () => queue.close(),
    };
  };
