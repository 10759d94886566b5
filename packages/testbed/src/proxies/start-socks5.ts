import { connect } from "node:net";
import { SocketReader, startProxy, type TestProxy } from "./test-proxy.ts";

/** A proxy of SOCKS 5 (RFC 1928), which asks for user and password (RFC 1929) if there are any. */
export const startSocks5 = (login?: {
  readonly username: string;
  readonly password: string;
}): Promise<TestProxy> =>
  startProxy(async (socket, asked, hold) => {
    const reader = new SocketReader(socket);
    const [, methods = 0] = await reader.read(2);
    await reader.read(methods);
    socket.write(Buffer.of(5, login ? 2 : 0));
    if (login) {
      const [, nameLength = 0] = await reader.read(2);
      const username = String(await reader.read(nameLength));
      const [passwordLength = 0] = await reader.read(1);
      const password = String(await reader.read(passwordLength));
      const isKnown = username === login.username && password === login.password;
      socket.write(Buffer.of(1, isKnown ? 0 : 1));
      if (!isKnown) {
        asked.push("refused");
        socket.end();
        return;
      }
    }
    const [, , , kind] = await reader.read(4);
    const host = kind === 1 ? [...(await reader.read(4))].join(".") : "";
    const port = (await reader.read(2)).readUInt16BE();
    asked.push(`${host}:${port}`);
    const upstream = connect(port, host);
    hold(upstream);
    upstream.once("connect", () => {
      socket.write(Buffer.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0));
      reader.handOver((chunk) => upstream.write(chunk));
      upstream.pipe(socket);
    });
    upstream.once("close", () => socket.destroy());
    socket.once("close", () => upstream.destroy());
  });
