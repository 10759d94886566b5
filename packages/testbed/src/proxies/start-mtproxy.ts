import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { connect } from "node:net";
import { type Address, SocketReader, startProxy, type TestProxy } from "./test-proxy.ts";

const sha256 = (...parts: readonly Buffer[]) =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

/** A proxy of Telegram's protocol, in front of one server that speaks its intermediate transport. */
export const startMtproxy = (to: Address, secret: string): Promise<TestProxy> =>
  startProxy(async (socket, asked, hold) => {
    const key = Buffer.from(secret, "hex");
    const reader = new SocketReader(socket);
    const head = await reader.read(64);
    const turned = Buffer.from(head.subarray(8, 56).toReversed());
    const incoming = createDecipheriv(
      "aes-256-ctr",
      sha256(head.subarray(8, 40), key),
      head.subarray(40, 56),
    );
    const outgoing = createCipheriv(
      "aes-256-ctr",
      sha256(turned.subarray(0, 32), key),
      turned.subarray(32, 48),
    );
    const plain = incoming.update(head);
    if (plain.subarray(56, 60).toString("hex") !== "efefefef") {
      asked.push("refused");
      socket.destroy();
      return;
    }
    asked.push(`dc ${plain.readInt16LE(60)}`);
    const upstream = connect(to.port, to.host);
    hold(upstream);
    upstream.write(Buffer.of(0xee, 0xee, 0xee, 0xee));
    upstream.once("close", () => socket.destroy());
    socket.once("close", () => upstream.destroy());

    let fromClient = Buffer.alloc(0);
    reader.handOver((chunk) => {
      fromClient = Buffer.concat([fromClient, incoming.update(chunk)]);
      for (;;) {
        const [short = 0] = fromClient;
        const isLong = short === 0x7f;
        const start = isLong ? 4 : 1;
        if (fromClient.length < start) return;
        const length = 4 * (isLong ? fromClient.readUIntLE(1, 3) : short);
        if (fromClient.length < start + length) return;
        const size = Buffer.alloc(4);
        size.writeUInt32LE(length);
        upstream.write(Buffer.concat([size, fromClient.subarray(start, start + length)]));
        fromClient = fromClient.subarray(start + length);
      }
    });

    let fromServer = Buffer.alloc(0);
    upstream.on("data", (chunk: Buffer) => {
      fromServer = Buffer.concat([fromServer, chunk]);
      while (fromServer.length >= 4 && fromServer.length >= 4 + fromServer.readUInt32LE()) {
        const length = fromServer.readUInt32LE();
        const words = length / 4;
        const size =
          words < 0x7f
            ? Buffer.of(words)
            : Buffer.from([0x7f, words & 255, (words >> 8) & 255, words >> 16]);
        socket.write(outgoing.update(Buffer.concat([size, fromServer.subarray(4, 4 + length)])));
        fromServer = fromServer.subarray(4 + length);
      }
    });
  });
