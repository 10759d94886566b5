import { QueueError } from "./errors.ts";
import type { Receipt } from "./queue.ts";

/**
 * A receipt is `<nonce> <id> <lane>`: what a holder must show, and the job it was given for. The nonce is unique in the
 * world, so it fences; the id tells "settled before" from "lost". A lane may hold spaces, the other two may not.
 *
 * nonce = `<attempt>.<holder>`; holder = `<slot>.<number>` (take), `~<slot>.<number>` (hand-off take) or `+<token>`
 * (claim, next).
 */
export interface ParsedReceipt {
  readonly nonce: string;
  readonly id: string;
  readonly lane: string;
}

export const formatReceipt = ({ nonce, id, lane }: ParsedReceipt): Receipt =>
  `${nonce} ${id} ${lane}`;

export function parseReceipt(receipt: Receipt): ParsedReceipt {
  const [, nonce, id, lane] = /^(\d+\.\S+) (\S+) (.+)$/s.exec(receipt) ?? [];
  if (nonce === undefined || id === undefined || lane === undefined) {
    throw new QueueError(
      "invalid_argument",
      "Expected a receipt as a take, claim or next handed it out, got another string: pass it on unchanged.",
    );
  }
  return { nonce, id, lane };
}
