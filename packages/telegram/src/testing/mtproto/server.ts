import { once } from "node:events";
import { createServer } from "node:net";
import { createCodec } from "../tl/codec.ts";
import { schemaOf } from "../tl/schema.ts";
import { Connection, type Shared, type Wire } from "./connection.ts";
import { createRsaKey, type RsaKey } from "./rsa-key.ts";

export interface MtprotoServer {
  readonly port: number;
  readonly rsa: RsaKey;
  readonly connections: ReadonlySet<Connection>;
  readonly wire: Wire;
  /** Every log-in has to be made anew: who uses an old key hears -404. */
  forgetKeys(): void;
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function listen({
  layer,
  ...options
}: Pick<Shared, "padKey" | "answer" | "onError"> & {
  readonly layer?: string | undefined;
}): Promise<MtprotoServer> {
  const wire: Wire = { refuse: false, silent: false, mutePings: false };
  const shared: Shared = {
    ...options,
    wire,
    codec: createCodec(schemaOf(layer)),
    rsa: createRsaKey(),
    authKeys: new Map(),
  };
  const connections = new Set<Connection>();
  const server = createServer((socket) => {
    if (wire.refuse) {
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
    wire,
    forgetKeys: () => shared.authKeys.clear(),
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const connection of connections) connection.drop();
      await closed;
    },
  };
  return mtproto;
}
