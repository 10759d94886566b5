import { once } from "node:events";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { createCodec } from "../tl/codec.ts";
import { schemaOf } from "../tl/schema.ts";
import { Connection, type Shared, type Wire } from "./connection.ts";
import { createRsaKey, type RsaKey } from "./rsa-key.ts";

/** Whether anybody can come in. */
export interface Door {
  /** True while there is nobody at the port; connections that are open stay. */
  refuse: boolean;
}

export interface MtprotoServer {
  readonly port: number;
  readonly rsa: RsaKey;
  readonly connections: ReadonlySet<Connection>;
  readonly wire: Wire & Door;
  /** Every log-in has to be made anew: who uses an old key hears -404. */
  forgetKeys(): void;
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function listen({
  layer,
  ...options
}: Pick<Shared, "padKey" | "answer" | "onError"> & {
  readonly layer: string;
}): Promise<MtprotoServer> {
  let refuse = false;
  const wire: Wire & Door = {
    silent: false,
    mutePings: false,
    get refuse() {
      return refuse;
    },
    set refuse(value) {
      if (value === refuse) return;
      refuse = value;
      if (value) server.close();
      else server.listen(port, host);
    },
  };
  const shared: Shared = {
    ...options,
    wire,
    codec: createCodec(schemaOf(layer)),
    rsa: createRsaKey(),
    authKeys: new Map(),
  };
  const connections = new Set<Connection>();
  const server = createServer((socket) => {
    const connection = new Connection(socket, shared);
    connections.add(connection);
    socket.once("close", () => connections.delete(connection));
  });
  const host = "127.0.0.1";
  await once(server.listen(0, host), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    rsa: shared.rsa,
    connections,
    wire,
    forgetKeys: () => shared.authKeys.clear(),
    async close() {
      for (const connection of connections) connection.drop();
      if (refuse) return;
      if (!server.listening) await once(server, "listening");
      await promisify(server.close.bind(server))();
    },
  };
}
