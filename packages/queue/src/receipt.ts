import { QueueError } from "./errors.ts";
import type { Receipt } from "./queue.ts";

/**
 * A receipt is `<nonce> <id> <lane>`: what a holder must show, and the job it was given for. The nonce is unique in the
 * world, so it fences; the id tells "settled before" from "lost". A lane may hold spaces, the other two may not.
 *
 * nonce = `<attempt>.<holder>`, or `<attempt>:<ended leases>.<holder>`; holder = `<slot>.<number>` (take),
 * `~<slot>.<number>` (hand-off take) or `+<token>` (claim, next).
 */
export interface ParsedReceipt {
  readonly nonce: string;
  readonly id: string;
  readonly lane: string;
}

export const formatReceipt = ({ nonce, id, lane }: ParsedReceipt): Receipt =>
  `${nonce} ${id} ${lane}`;

export function parseReceipt(receipt: Receipt): ParsedReceipt {
  const [, nonce, id, lane] = /^(\d+(?::\d+)?\.\S+) (\S+) (.+)$/s.exec(receipt) ?? [];
  if (nonce === undefined || id === undefined || lane === undefined) {
    throw new QueueError(
      "invalid_argument",
      "Expected a receipt as a take, claim or next handed it out, got another string: pass it on unchanged.",
    );
  }
  return { nonce, id, lane };
}

/** What a nonce says of a head; the holder is empty, or `~`, while nobody holds it. */
export interface ParsedNonce {
  readonly attempt: number;
  /** Leases that ended without a word from their holders. */
  readonly ended: number;
  readonly holder: string;
}

export function parseNonce(nonce: string): ParsedNonce {
  const [, attempt = 0, ended = 0, holder = ""] = /^(\d+)(?::(\d+))?\.(.*)$/s.exec(nonce) ?? [];
  return { attempt: Number(attempt), ended: Number(ended), holder };
}

export const formatNonce = ({ attempt, ended, holder }: ParsedNonce): string =>
  `${ended > 0 ? `${attempt}:${ended}` : attempt}.${holder}`;
