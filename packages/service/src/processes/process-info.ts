import { z } from "zod";

/** What a process writes of itself; readiness is that of `/readyz`. */
export const Heartbeat = z.object({
  name: z.string(),
  host: z.string(),
  pid: z.number(),
  /** Names what it was built from; absent = it runs from its sources, or is of an older release. */
  build: z.string().optional(),
  startedAtMs: z.number(),
  port: z.number().optional(),
  /** The Telegram id of the log-in, of a process that has one. */
  account: z.string().optional(),
  failing: z.array(z.string()),
  /** What it depends on and does not work, in sentences without texts of people. */
  outages: z
    .array(
      z.object({
        kind: z.string(),
        what: z.string(),
        remedy: z.string().optional(),
        sinceMs: z.number(),
      }),
    )
    .default([]),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

/** A process as its heartbeats show it. */
export interface ProcessInfo extends Readonly<Heartbeat> {
  readonly id: string;
  /** Its last heartbeat, in ms since 1970 by the clock of Redis. */
  readonly seenAtMs: number;
  /** A silent one gave no sign for 20 s: it was killed, it hangs, or it is cut off from Redis. */
  readonly state: "ready" | "not_ready" | "silent";
}

/** A hash of all processes by their ids: `<ms since 1970 by the clock of Redis> <heartbeat as JSON>`. */
export const processesKey = "tgmem:processes";
/** A process without a sign for longer is silent. */
export const silentMs = 20_000;
/** What has been silent for longer is nobody's concern. */
export const forgottenMs = 3_600_000;
