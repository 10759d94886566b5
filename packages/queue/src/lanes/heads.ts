import type { ParsedNonce } from "../receipt.ts";

/** A head that waits before its first attempt. */
export const untried: ParsedNonce = { attempt: 0, ended: 0, holder: "" };

/** Nobody holds the head, and no run of it may claim it. */
export const isWaiting = ({ holder }: ParsedNonce): boolean => holder === "";
export const isClaimed = ({ holder }: ParsedNonce): boolean => holder.startsWith("+");
const isHandOff = ({ holder }: ParsedNonce): boolean => holder.startsWith("~");

/** A lease that ended is an ended one, unless nobody claimed what a hand-off take gave out: that says nothing of the job. */
export const isMute = (head: ParsedNonce): boolean => !isWaiting(head) && !isHandOff(head);

/**
 * A head that was given back. What a hand-off take never counted, is not given back; and a run of it that exists after all
 * may claim it.
 */
export function givenBack(head: ParsedNonce): ParsedNonce {
  if (isHandOff(head)) return { ...head, holder: "~" };
  return isWaiting(head) ? head : { ...head, attempt: head.attempt - 1, holder: "" };
}
