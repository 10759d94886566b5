import type { OutboundMessage } from "@tgmem/contracts";
import type { Job } from "@tgmem/queue";

/** Where the time went from a person's message to its answer in Telegram, in ms. What the worker did not tell is left out. */
export interface Times {
  /** The time from the message to its answer, by the clocks of Telegram and of this process. */
  readonly totalMs?: number;
  /** The wait on the inbound list. */
  readonly waitedMs?: number;
  /** The run that answered it. */
  readonly workedMs?: number;
  /** How much of that the model took. */
  readonly modelMs?: number;
  /** The wait on the outbound list, with deliveries that were in vain. */
  readonly outboundMs?: number;
  /** The delivery that sent it. */
  readonly sendMs: number;
}

/** Tells where the time went of a job that is sent now; its delivery began at `beganAtMs`. */
export function timesOf(
  { body: { way }, pushedAtMs }: Pick<Job<OutboundMessage>, "body" | "pushedAtMs">,
  { beganAtMs, nowMs = Date.now() }: { readonly beganAtMs: number; readonly nowMs?: number },
): Times {
  return {
    ...(way && {
      totalMs: since(way.sentAtMs, nowMs),
      waitedMs: way.waitedMs,
      workedMs: way.workedMs,
      modelMs: way.modelMs,
    }),
    ...(pushedAtMs !== undefined && { outboundMs: since(pushedAtMs, beganAtMs) }),
    sendMs: since(beganAtMs, nowMs),
  };
}

/** Clocks differ, and time may be set back. */
const since = (fromMs: number, toMs: number): number => Math.max(0, toMs - fromMs);
