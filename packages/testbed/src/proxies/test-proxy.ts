import { createServer, type AddressInfo, type Socket } from "node:net";

/** Where somebody listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A proxy of a test: who came through it, and an end. */
export interface TestProxy extends Address {
  /** What each connection asked for, or why it was refused. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** Reads so many bytes at a time from a socket. */
export class SocketReader {
  readonly #socket: Socket;
  #held: Buffer = Buffer.alloc(0);
  #wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => {
      this.#held = Buffer.concat([this.#held, chunk]);
      this.#wake?.();
    });
  }

  async read(bytes: number): Promise<Buffer> {
    while (this.#held.length < bytes)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const taken = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    return taken;
  }

  /** Hands over what comes from now on. */
  handOver(to: (chunk: Buffer) => void): void {
    this.#socket.removeAllListeners("data");
    if (this.#held.length > 0) to(this.#held);
    this.#socket.on("data", to);
  }
}

/** Starts a proxy that serves each connection as given, and holds every socket until its end. */
export async function startProxy(
  serve: (socket: Socket, asked: string[], hold: (other: Socket) => void) => Promise<void>,
): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  };
  const asked: string[] = [];
  const server = createServer((socket) => {
    hold(socket);
    serve(socket, asked, hold).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  return {
    host: "127.0.0.1",
    port,
    asked,
    async close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
