import { monitorEventLoopDelay } from "node:perf_hooks";
import type { ToClient, Usage } from "./messages.ts";
import type { BenchClient, OpenClient, Peer } from "./peer.ts";

const open: Readonly<Record<Peer, () => Promise<{ open: OpenClient }>>> = {
  ours: () => import("./ours.ts"),
  gramjs: () => import("./gramjs.ts"),
  mtcute: () => import("./mtcute.ts"),
};
/** Calls in flight, as twenty chats have them. */
const inFlight = 20;

let client: BenchClient | undefined;
let received = 0;
let sent = 0;
let onReceived: () => void = () => {};
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let cpu = process.cpuUsage();

process.on("message", (message: ToClient) => {
  void answer(message).then((usage) => process.send?.(usage ?? {}));
});
process.once("disconnect", () => process.exit());

async function answer(message: ToClient): Promise<Usage | undefined> {
  switch (message.do) {
    case "open": {
      client = await (await open[message.peer]()).open(message.connect);
      client.onMessage(() => {
        received++;
        onReceived();
      });
      return undefined;
    }
    case "receive":
      await new Promise<void>((resolve) => {
        onReceived = () => received >= message.until && resolve();
        onReceived();
      });
      return undefined;
    case "send":
      await sendMany(message.count);
      return undefined;
    case "rest":
      return rest();
    default:
      return message satisfies never;
  }
}

async function sendMany(count: number): Promise<void> {
  const end = sent + count;
  const lane = async (chatId: number) => {
    while (sent < end) {
      const number = ++sent;
      await client?.send(chatId, `answer ${number}`, number);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => lane(1_000 + index)));
}

function rest(): Usage {
  const used = process.cpuUsage(cpu);
  const stallMs = delay.percentile(99) / 1e6;
  globalThis.gc?.();
  globalThis.gc?.();
  const heapMiB = process.memoryUsage().heapUsed / 2 ** 20;
  delay.reset();
  cpu = process.cpuUsage();
  return { cpuMs: (used.user + used.system) / 1_000, stallMs, heapMiB };
}
