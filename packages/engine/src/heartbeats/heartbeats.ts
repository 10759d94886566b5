import { Worker } from "node:worker_threads";
import type { Connection, Notice, Order } from "./messages.ts";

/** The heartbeats of all workers of a process. They come from a thread of its own, which lives as long as any worker. */
export interface Heartbeats {
  /** Twice is the same as once. `onNotice` hears of every heartbeat, sent or failed. */
  start(workerId: string, connection: Connection, onNotice: (notice: Notice) => void): void;
  stop(workerId: string): void;
}

export function createHeartbeats(): Heartbeats {
  const listeners = new Map<string, (notice: Notice) => void>();
  let thread: Worker | undefined;
  const tell = (order: Order) => thread?.postMessage(order);

  function startThread(): Worker {
    const started = new Worker(file);
    started.on("message", (notice: Notice) => listeners.get(notice.workerId)?.(notice));
    // Whoever watches the heartbeats sees that none come any more.
    started.on("error", ({ message }) => {
      for (const [workerId, listener] of listeners)
        listener({ workerId, level: "error", message: `No more heartbeats: ${message}` });
    });
    return started;
  }

  return {
    start(workerId, connection, onNotice) {
      if (listeners.has(workerId)) return;
      listeners.set(workerId, onNotice);
      thread ??= startThread();
      tell({ type: "start", workerId, connection });
    },
    stop(workerId) {
      listeners.delete(workerId);
      tell({ type: "stop", workerId });
      if (listeners.size > 0) return;
      void thread?.terminate();
      thread = undefined;
    },
  };
}

/** The thread's program: a source among sources, a file beside the app where that is built. */
const file = new URL(
  import.meta.url.endsWith(".ts") ? import.meta.resolve("./thread.ts") : "./heartbeat-thread.js",
  import.meta.url,
);
