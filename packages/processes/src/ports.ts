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

async function hold(): Promise<{ port: number; release: () => Promise<void> }> {
  for (;;) {
    const port = randomInt(lowest, highest + 1);
    const server = createServer();
    const listens = await new Promise<boolean>((resolve, reject) => {
      server
        .once("error", (error) =>
          "code" in error && error.code === "EADDRINUSE" ? resolve(false) : reject(error),
        )
        .listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!listens) continue;
    return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
  }
}

/** Whether nobody listens on this TCP port of 127.0.0.1 at this moment. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
