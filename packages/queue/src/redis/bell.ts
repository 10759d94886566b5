import type { Redis } from "ioredis";
import { pause } from "../deadline.ts";

/** How long one blocking read lasts. */
export const blockMs = 5_000;
const refusedPollMs = 250;

/**
 * Resolves when a lane may be ready: moving the last element of a list onto its own place changes nothing, and blocks
 * while there is none. It reads a state and takes nothing, so it may be cut at any time. One read at a time, for all waits.
 */
export function readyBell(
  connect: () => Redis,
  list: string,
  closing: AbortSignal,
): () => Promise<void> {
  let ringing: Promise<void> | undefined;

  async function ring(): Promise<void> {
    try {
      await connect().blmove(list, list, "RIGHT", "RIGHT", blockMs / 1_000);
    } catch {
      await pause(refusedPollMs, closing); // Refused at the memory limit: poll.
    } finally {
      ringing = undefined;
    }
  }

  return () => (ringing ??= ring());
}
