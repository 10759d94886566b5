import { pause } from "../deadline.ts";
import type { RedisClient } from "./client.ts";

/** How long one blocking read lasts. */
const blockMs = 5_000;
const refusedPollMs = 250;

/**
 * Resolves when the list may hold something: moving its last element onto its own place changes nothing, and blocks while
 * there is none. It reads a state and takes nothing, so it may be cut at any time. One read at a time serves all waits.
 */
export function readyBell(connect: () => RedisClient): (list: string) => Promise<void> {
  let ringing: Promise<void> | undefined;

  async function ring(list: string): Promise<void> {
    try {
      await connect().blmove(list, list, "RIGHT", "RIGHT", blockMs / 1_000);
    } catch {
      await pause(refusedPollMs); // A read is refused at the memory limit: then the list is polled.
    } finally {
      ringing = undefined;
    }
  }

  return (list) => (ringing ??= ring(list));
}
