import { freePorts, until } from "@tgmem/processes";
import { Redis } from "ioredis";
import { missingServer } from "../missing.ts";
import { redisBinary, startRedis } from "./start-redis.ts";

/** A Redis cluster that one test has to itself. */
export interface OwnRedisCluster {
  /** The addresses of its servers, as an ioredis `Cluster` takes them. */
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  /** True when there is no server to start. Never true in CI. */
  readonly missing: boolean;
  /** Kills the servers of the cluster and deletes their folders. */
  stop(): Promise<void>;
}

const host = "127.0.0.1";
const slots = 16_384;
const size = 3;

/**
 * Starts a cluster of three servers that share all slots; it ends with this process. Where there is no server to start it
 * throws in CI, and elsewhere says what is skipped.
 */
export async function ownRedisCluster(): Promise<OwnRedisCluster> {
  if (redisBinary() === null) {
    missingServer("A Redis cluster of one's own", "install redis-server or valkey-server.");
    // Port 1 refuses at once, so a client that is made before the skip does no harm.
    return { nodes: [{ host, port: 1 }], missing: true, stop: async () => {} };
  }
  const clusterPorts = await freePorts(size);
  const servers = await Promise.all(
    clusterPorts.map((clusterPort) => startRedis({ appendonly: false, clusterPort })),
  );
  const clients = servers.map(({ url }) => new Redis(url));
  try {
    await join(
      clients,
      servers.map(({ port }, at) => [port, clusterPorts[at] ?? 0] as const),
    );
  } finally {
    for (const client of clients) client.disconnect();
  }
  return {
    nodes: servers.map(({ port }) => ({ host, port })),
    missing: false,
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
}

/** Gives each server its part of the slots, makes the servers known to each other, and waits until all agree. */
async function join(
  clients: readonly Redis[],
  ports: readonly (readonly [port: number, clusterPort: number])[],
): Promise<void> {
  for (const [at, client] of clients.entries()) {
    const first = Math.floor((slots * at) / size);
    const last = Math.floor((slots * (at + 1)) / size) - 1;
    await client.call("CLUSTER", "ADDSLOTSRANGE", first, last);
    for (const [port, clusterPort] of ports)
      await client.call("CLUSTER", "MEET", host, port, clusterPort);
  }
  await until(
    async () => {
      const infos = await Promise.all(clients.map((client) => client.cluster("INFO")));
      return infos.every(
        (info) =>
          info.includes("cluster_state:ok") && info.includes(`cluster_known_nodes:${size}\r\n`),
      );
    },
    { what: "the cluster to agree", timeoutMs: 30_000 },
  );
}
