import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What went over the wire. */
export interface Traffic {
  readonly roundTrips: number;
  /** Bytes to Redis. */
  readonly sent: number;
  /** Bytes from Redis. */
  readonly received: number;
  /** How long it took with the delay. */
  readonly ms: number;
}

export interface Proxy {
  readonly url: string;
  /** Counts what is said while this is done. */
  readonly during: (work: () => Promise<unknown>) => Promise<Traffic>;
  close(): void;
}

/** Long against what the machine does meanwhile, so that commands sent together are one round trip. */
const usualOneWayMs = 10;

/** Stands before a Redis and delays every piece by the same time, both ways, so that round trips lie apart and can be counted. */
export async function startProxy(
  redisPort: number,
  { oneWayMs = usualOneWayMs }: { readonly oneWayMs?: number } = {},
): Promise<Proxy> {
  let [roundTrips, sent, received, beganAt] = [0, 0, 0, 0];
  const open = new Set<Socket>();

  function forward(from: Socket, to: Socket, heard: (bytes: number) => void): void {
    open.add(from);
    from.setNoDelay(true);
    from.on("data", (piece) => {
      heard(piece.length);
      setTimeout(() => void (to.destroyed || to.write(piece)), oneWayMs);
    });
    from.on("error", () => {});
    from.on("close", () => {
      open.delete(from);
      to.destroy();
    });
  }
  const server = createServer((client) => {
    const redis = connect(redisPort, "127.0.0.1");
    forward(client, redis, (bytes) => {
      sent += bytes;
      const now = performance.now();
      // An answer takes twice the delay, so what follows sooner did not wait for one.
      if (now - beganAt > 1.5 * oneWayMs) {
        roundTrips++;
        beganAt = now;
      }
    });
    forward(redis, client, (bytes) => (received += bytes));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return {
    url: `redis://127.0.0.1:${address.port}`,
    async during(work) {
      [roundTrips, sent, received, beganAt] = [0, 0, 0, Number.NEGATIVE_INFINITY];
      const startedAt = performance.now();
      await work();
      return { roundTrips, sent, received, ms: performance.now() - startedAt };
    },
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
