import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ToClient, ToServer, Usage } from "./messages.ts";
import type { Connect, Peer } from "./peer.ts";

/** A server and one client, each a process of its own. */
export interface Pair {
  /** Both resolve with messages a second and what a message costs the client. */
  receive(count: number): Promise<Rate>;
  send(count: number): Promise<Rate>;
  /** MiB of heap in use after a collection. */
  heap(): Promise<number>;
  stop(): Promise<void>;
}

export interface Rate {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly stallMs: number;
}

/** So many are told before the next are: below what our inbox holds. */
const batch = 200;

export async function startPair(peer: Peer): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-bench-"));
  const server = start(import.meta.resolve("./server-process.ts"));
  const client = start(import.meta.resolve("./client-process.ts"), ["--expose-gc"]);
  const kind = peer === "mtcute" ? "mtcute" : "gramjs";
  const connect = await server.ask<Omit<Connect, "folder">>({ do: "start", peer: kind });
  await client.ask({ do: "open", peer, connect: { ...connect, folder } });
  let said = 0;

  async function rated(count: number, work: () => Promise<void>): Promise<Rate> {
    await client.ask({ do: "rest" });
    const startedAt = performance.now();
    await work();
    const seconds = (performance.now() - startedAt) / 1_000;
    const { cpuMs, stallMs } = await client.ask<Usage>({ do: "rest" });
    return { perSecond: count / seconds, cpuMs: cpuMs / count, stallMs };
  }

  async function sayAll(count: number): Promise<void> {
    const end = said + count;
    while (said < end) {
      const part = Math.min(batch, end - said);
      await server.ask({ do: "say", from: said, count: part });
      said += part;
      // One batch is on its way while the next is written.
      await client.ask({ do: "receive", until: said === end ? end : said - batch });
    }
  }

  return {
    receive: (count) => rated(count, () => sayAll(count)),
    send: (count) =>
      rated(count, async () => {
        await client.ask({ do: "send", count });
      }),
    heap: async () => (await client.ask<Usage>({ do: "rest" })).heapMiB,
    async stop() {
      await Promise.all([client.stop(), server.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

function start(file: string, execArgv: readonly string[] = []) {
  const child = fork(fileURLToPath(file), {
    execArgv: ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source", ...execArgv],
    env: { PATH: process.env["PATH"] },
  });
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`${file} ended.`)));
  ended.catch(() => {});
  return {
    async ask<Answer = object>(question: ToClient | ToServer): Promise<Answer> {
      const answer = once(child, "message");
      child.send(question);
      const [value]: Answer[] = await Promise.race([answer, ended]);
      if (value === undefined) throw new Error(`${file} did not answer.`);
      return value;
    },
    stop: () => stopped(child),
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.disconnect();
  await exit;
}
