import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a server before 7.0 says of a script that begins with its flags. */
const words =
  "ERR Error compiling script (new function): user_script:1: unexpected symbol near '#'";

/**
 * Stands before a server and answers as an older one would, which compiles no script with flags. Gives the port on which
 * it listens until the test has finished.
 */
export async function oldServerBefore(port: number): Promise<number> {
  const front = createServer((client) => {
    const server = connect(port, "127.0.0.1");
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const)
      socket.on("error", () => other.destroy()).on("close", () => other.destroy());
    server.pipe(client);
    passOn(client, server);
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void front.close());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on TCP has such an address
  return (front.address() as AddressInfo).port;
}

function passOn(client: Socket, server: Socket): void {
  let pending = "";
  client.on("data", (data) => {
    pending += data.toString("latin1");
    for (;;) {
      const command = readCommand(pending);
      if (!command) return;
      pending = pending.slice(command.size);
      const [name = "", text = ""] = command.words;
      const refused = name.toLowerCase() === "eval" && text.startsWith("#!");
      // Sent on as another command, so that the answers keep their order.
      server.write(
        refused
          ? writeCommand("EVAL", "return redis.error_reply(ARGV[1])", "0", words)
          : writeCommand(...command.words),
        "latin1",
      );
    }
  });
}

function readCommand(bytes: string): { words: string[]; size: number } | null {
  const head = /^\*(\d+)\r\n/.exec(bytes);
  if (!head) return null;
  let size = head[0].length;
  const read: string[] = [];
  for (let left = Number(head[1]); left > 0; left--) {
    const length = /^\$(\d+)\r\n/.exec(bytes.slice(size, size + 20));
    if (!length) return null;
    const from = size + length[0].length;
    size = from + Number(length[1]) + 2;
    if (bytes.length < size) return null;
    read.push(bytes.slice(from, size - 2));
  }
  return { words: read, size };
}

const writeCommand = (...parts: string[]): string =>
  `*${parts.length}\r\n${parts.map((part) => `$${part.length}\r\n${part}\r\n`).join("")}`;
