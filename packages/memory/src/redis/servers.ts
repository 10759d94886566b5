import { MemoryError } from "../errors.ts";
import type { RedisClient, Scan } from "./redis-client.ts";

/** A single server, as ioredis has it. */
interface IoredisServer {
  call(command: string, ...args: string[]): Promise<unknown>;
}

/** A single server, as node-redis has it. */
interface NodeRedisServer {
  sendCommand(args: readonly string[]): Promise<unknown>;
}

interface IoredisCluster {
  nodes(role: "master"): readonly IoredisServer[];
}

interface NodeRedisCluster {
  readonly masters: readonly unknown[];
  nodeClient(node: unknown): NodeRedisServer | Promise<NodeRedisServer>;
}

const isIoredisCluster = (client: object): client is IoredisCluster => "nodes" in client;
const isIoredisServer = (client: object): client is IoredisServer =>
  "evalsha" in client && "call" in client;
const isNodeRedisCluster = (client: object): client is NodeRedisCluster =>
  "masters" in client && "nodeClient" in client;
const isNodeRedisServer = (client: object): client is NodeRedisServer => "sendCommand" in client;

const words = (cursor: string, pattern: string, count: number) =>
  [cursor, "MATCH", pattern, "COUNT", String(count)] as const;

const ofIoredis =
  (server: IoredisServer): Scan =>
  (...scan) =>
    server.call("SCAN", ...words(...scan));

const ofNodeRedis =
  (server: NodeRedisServer): Scan =>
  (...scan) =>
    server.sendCommand(["SCAN", ...words(...scan)]);

/** Gives a way to scan each server that has keys of its own: one, or the masters of a cluster. */
export async function scansOf(client: RedisClient): Promise<readonly Scan[]> {
  if (isIoredisCluster(client)) return client.nodes("master").map(ofIoredis);
  if (isIoredisServer(client)) return [ofIoredis(client)];
  if (isNodeRedisCluster(client)) {
    const servers = await Promise.all(client.masters.map(async (node) => client.nodeClient(node)));
    return servers.map(ofNodeRedis);
  }
  if (isNodeRedisServer(client)) return [ofNodeRedis(client)];
  throw new MemoryError(
    "invalid_argument",
    "This Redis client cannot list: it has neither `call` nor `sendCommand`.",
  );
}
