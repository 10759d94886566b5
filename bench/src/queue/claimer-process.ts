import { claimOne, type JobName } from "./claimer.ts";
import type { Place } from "./peers/peer.ts";
import { openQueue, type OurQueue } from "./peers/ours.ts";

// The worker of the hand-off cell with two processes. Its parent sends the place, then jobs by name, and may ask for the
// CPU time so far; it hears the numbers of the jobs that are done, all of one turn of the event loop at once.

export type ToClaimer =
  | { readonly open: Place; readonly name: string }
  | { readonly jobs: readonly JobName[] }
  | "cpu"
  | "close";
export type FromClaimer = { readonly done: readonly number[] } | { readonly cpuUs: number } | "ok";

let queue: OurQueue | undefined;
let done: number[] = [];
const send = (message: FromClaimer) => void process.send?.(message);

process.on("message", (message: ToClaimer) => void hear(message));
process.on("disconnect", () => process.exit(0));

async function hear(message: ToClaimer): Promise<void> {
  if (message === "cpu") {
    const { user, system } = process.cpuUsage();
    send({ cpuUs: user + system });
  } else if (message === "close") {
    await queue?.close();
    send("ok");
  } else if ("open" in message) {
    queue = openQueue(message.open, { name: message.name, handOff: true });
    send("ok");
  } else {
    for (const name of message.jobs) if (queue) void claimOne(queue, name, handled);
  }
}

function handled(n: number): void {
  if (done.push(n) > 1) return;
  setImmediate(() => {
    send({ done });
    done = [];
  });
}
