import { once } from "node:events";
import { createServer } from "node:net";
import { Connection, type Shared } from "./connection.ts";
import { createRsaKey, type RsaKey } from "./rsa-key.ts";

export interface MtprotoServer {
  readonly port: number;
  readonly rsa: RsaKey;
  readonly connections: ReadonlySet<Connection>;
  /** While true every new connection is cut at once. */
  refuse: boolean;
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function listen(
  options: Pick<Shared, "padKey" | "answer" | "onError">,
): Promise<MtprotoServer> {
  const shared: Shared = { ...options, rsa: createRsaKey(), authKeys: new Map() };
  const connections = new Set<Connection>();
  const server = createServer((socket) => {
    if (mtproto.refuse) {
      socket.destroy();
      return;
    }
    const connection = new Connection(socket, shared);
    connections.add(connection);
    socket.once("close", () => connections.delete(connection));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const mtproto: MtprotoServer = {
    port: typeof address === "object" && address ? address.port : 0,
    rsa: shared.rsa,
    connections,
    refuse: false,
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const connection of connections) connection.drop();
      await closed;
    },
  };
  return mtproto;
}
