import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import {
  type ChannelCredentials,
  Client,
  credentials,
  Metadata,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import {
  DispatcherDefinition,
  HeartbeatRequest,
  HeartbeatResponse,
} from "@hatchet-dev/typescript-sdk/protoc/dispatcher/dispatcher.js";
import type { Connection, Notice, Order } from "./messages.ts";

// Tells the engine every few seconds that the workers of this process live, however busy its other thread is. It loads as
// little as it can, because a thread shares no memory with the other one.

const everyMs = 4_000;
/** What a connection that has died may cost, far below the 30 s after which the engine gives a worker up. */
const timeoutMs = 5_000;
/** Failures in a row after which it is no more than a hiccup. */
const hiccups = 2;
const passing = new Set([status.UNAVAILABLE, status.FAILED_PRECONDITION, status.DEADLINE_EXCEEDED]);
const method = `/${DispatcherDefinition.fullName}/${DispatcherDefinition.methods.heartbeat.name}`;

interface Beating {
  readonly client: Client;
  readonly metadata: Metadata;
  lastMs: number;
  failures: number;
}

const clients = new Map<string, Client>();
const workers = new Map<string, Beating>();

parentPort?.on("message", (order: Order) => {
  if (order.type === "start") start(order.workerId, order.connection);
  else workers.delete(order.workerId);
});
setInterval(() => {
  for (const workerId of workers.keys()) beat(workerId);
}, everyMs);

function start(workerId: string, connection: Connection): void {
  const metadata = new Metadata();
  metadata.set("authorization", `bearer ${connection.token}`);
  const lastMs = performance.now();
  workers.set(workerId, { client: clientOf(connection), metadata, lastMs, failures: 0 });
  beat(workerId);
}

function beat(workerId: string): void {
  const worker = workers.get(workerId);
  worker?.client.makeUnaryRequest(
    method,
    (request: HeartbeatRequest) => Buffer.from(HeartbeatRequest.encode(request).finish()),
    (bytes) => HeartbeatResponse.decode(bytes),
    { workerId, heartbeatAt: new Date() },
    worker.metadata,
    { deadline: Date.now() + timeoutMs },
    (error) => {
      if (workers.get(workerId) !== worker) return;
      if (error) failed(workerId, worker, error);
      else sent(workerId, worker);
    },
  );
}

function sent(workerId: string, worker: Beating): void {
  const ms = Math.round(performance.now() - worker.lastMs);
  worker.lastMs = performance.now();
  worker.failures = 0;
  if (ms > everyMs * 1.2)
    say({ workerId, level: "warn", message: `Heartbeats were ${ms} ms apart, not ${everyMs}` });
  say({ workerId, level: "debug", message: `Heartbeat sent after ${ms} ms` });
}

function failed(workerId: string, worker: Beating, { code, message }: ServiceError): void {
  worker.failures++;
  const isPassing = passing.has(code) && worker.failures <= hiccups;
  if (isPassing && worker.failures === 1) return;
  say({
    workerId,
    level: isPassing ? "warn" : "error",
    message: `Failed to send heartbeat: ${message}`,
  });
}

const say = (notice: Notice) => parentPort?.postMessage(notice);

/** One connection for all workers that have the same engine. */
function clientOf(connection: Connection): Client {
  const key = JSON.stringify(connection);
  const known = clients.get(key);
  if (known) return known;
  const { address, tls } = connection;
  const client = new Client(address, credentialsOf(tls), {
    ...(tls.serverName === undefined ? {} : { "grpc.ssl_target_name_override": tls.serverName }),
    // Otherwise a connection that has died silently would be used until the system gives it up.
    "grpc.keepalive_time_ms": 10_000,
    "grpc.keepalive_timeout_ms": 10_000,
    "grpc.keepalive_permit_without_calls": 1,
    // By default it would wait two minutes before it looks again for an engine that is away for long.
    "grpc.max_reconnect_backoff_ms": everyMs,
  });
  clients.set(key, client);
  return client;
}

function credentialsOf({
  strategy,
  rootFile,
  keyFile,
  certFile,
}: Connection["tls"]): ChannelCredentials {
  if (strategy === "none") return credentials.createInsecure();
  if (strategy === "tls") return credentials.createSsl(read(rootFile));
  return credentials.createSsl(read(rootFile), read(keyFile), read(certFile));
}

const read = (path: string | undefined) => (path === undefined ? null : readFileSync(path));
