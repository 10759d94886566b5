import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Finds different TCP ports of 127.0.0.1 that nobody listens on at this moment. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, hold));
  await Promise.all(held.map(({ release }) => release()));
  return held.map(({ port }) => port);
}

/** Finds a TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const { port, release } = await hold();
  await release();
  return port;
}

/**
 * The ports that are tried. Systems take the ports of outgoing connections, and of servers that ask for any, from above
 * these: what is free here is still free when the program that is given it begins to listen, or listens again after a kill.
 */
const [lowest, highest] = [20_000, 32_767];

/** Listens on a port of 127.0.0.1, and gives what ends it. Rejects when it cannot. */
async function listen(port: number): Promise<() => Promise<void>> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function hold(): Promise<{ port: number; release: () => Promise<void> }> {
  for (;;) {
    const port = randomInt(lowest, highest + 1);
    try {
      return { port, release: await listen(port) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
}

/** Whether nobody listens on this TCP port of 127.0.0.1 at this moment. */
export async function isPortFree(port: number): Promise<boolean> {
  const release = await listen(port).catch(() => null);
  await release?.();
  return release !== null;
}
