import type { Cluster, Redis } from "ioredis";

/** A client that the queue is given: of one server, or of a cluster, in which all keys of a queue lie on one node. */
export type RedisClient = Redis | Cluster;
