import { queueDepths } from "../queue-depths.ts";
import type { Status } from "./read-status.ts";

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Writes a status for a terminal. */
export function statusLines({ atMs, redis, lists, today }: Status, width: number): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replace("T", " ");
  const limit = redis.maxBytes > 0 ? ` of ${megabytes(redis.maxBytes)}` : "";
  return [
    `${time} UTC   Redis ${redis.version}, ${megabytes(redis.usedBytes)}${limit}`,
    "",
    queueDepths(lists, { width }).trimEnd(),
    "",
    `Today: ${today.requests} requests to models, ${today.input} tokens in, ${today.output} out, $${today.cost.toFixed(4)}`,
  ].join("\n");
}
