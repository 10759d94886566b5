import { lanesOf } from "@tgmem/contracts";
import type { DeadLetters } from "@tgmem/queue";

type Letters = Pick<DeadLetters, "discardLane">;

export interface EraseLettersDeps {
  readonly inbound: Letters;
  readonly outbound: Letters;
  readonly summaries: Letters;
}

/** Erases what a chat said, or was to be told, and finally failed: the lists keep that as dead letters for weeks. */
export type EraseLetters = (
  chatId: string,
  options: { readonly signal: AbortSignal },
) => Promise<void>;

export function createEraseLetters({
  inbound,
  outbound,
  summaries,
}: EraseLettersDeps): EraseLetters {
  return async function eraseLetters(chatId, options) {
    for (const lane of lanesOf(chatId)) await inbound.discardLane(lane, options);
    for (const letters of [outbound, summaries]) await letters.discardLane(chatId, options);
  };
}
