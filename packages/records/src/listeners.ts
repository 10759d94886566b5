import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { chmodSync, readdirSync, renameSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join, relative } from "node:path";

/** What hears, as the client of Redis does, what other processes publish. It emits `message` with the channel and the message. */
export interface Listener extends EventEmitter {
  subscribe(channel: string): Promise<unknown>;
  disconnect(): void;
}

/** Who listens slower than others publish misses something, and does not fill their memory. */
const mostUnread = 1_000_000;

const isOf = (channel: string) => (name: string) =>
  name.startsWith(`${channel}@`) && name.endsWith(".sock");

/** A socket has room for a hundred letters of its path, and from here it is often shorter. */
function shortest(path: string): string {
  const fromHere = relative("", path);
  return fromHere.length < path.length ? fromHere : path;
}

/** Listens in a folder by a socket for each channel, whose file is there for as long as somebody listens. */
export function listenIn(folder: string): Listener {
  const servers = new Set<Server>();
  const connections = new Set<Socket>();
  const files = new Set<string>();
  const heard = new EventEmitter();

  async function subscribe(channel: string): Promise<void> {
    const name = join(folder, `${channel}@${randomBytes(4).toString("hex")}`);
    const [opening, open] = [`${name}.opening`, `${name}.sock`];
    const server = createServer((connection) => {
      connections.add(connection);
      connection.on("close", () => connections.delete(connection)).on("error", () => {});
      onLine(connection, (line) => heard.emit("message", channel, JSON.parse(line)));
    });
    servers.add(server);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(shortest(opening), resolve);
    }).catch((cause: unknown) => {
      throw new Error(
        `Nobody can listen in ${folder}: its path may be too long for a socket, so change into that folder first.`,
        { cause },
      );
    });
    chmodSync(opening, 0o600);
    // Whoever sees it finds somebody who listens: one that nobody answers is taken away.
    renameSync(opening, open);
    files.add(open);
  }

  return Object.assign(heard, {
    subscribe,
    disconnect() {
      for (const file of files) rmSync(file, { force: true });
      for (const server of servers) server.close();
      for (const connection of connections) connection.destroy();
    },
  });
}

/** Speaks to those who listen in a folder. */
export interface Speaker {
  /** Says how many listen. */
  count(channel: string): number;
  /** Sends without waiting, and says to how many. */
  send(channel: string, message: string): number;
  close(): void;
}

/** Finds those who listen by the files of their sockets, and takes away those of processes that were killed. */
export function speakIn(folder: string): Speaker {
  const connections = new Map<string, Socket>();

  const listeners = (channel: string) => readdirSync(folder).filter(isOf(channel));

  function connectionTo(name: string): Socket {
    const known = connections.get(name);
    if (known) return known;
    const file = join(folder, name);
    const connection = connect(shortest(file));
    connection.unref();
    connection.on("error", () => rmSync(file, { force: true }));
    connection.on("close", () => connections.delete(name));
    connections.set(name, connection);
    return connection;
  }

  return {
    count: (channel) => listeners(channel).length,
    send(channel, message) {
      const names = listeners(channel);
      for (const name of names) {
        const connection = connectionTo(name);
        if (connection.writableLength < mostUnread)
          connection.write(`${JSON.stringify(message)}\n`);
      }
      return names.length;
    },
    close() {
      for (const connection of connections.values()) connection.destroy();
    },
  };
}

function onLine(connection: Socket, hear: (line: string) => void): void {
  let rest = "";
  connection.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
}
