import { InboundMessage, isLaterId, lanesOf } from "../inbound.ts";
import { inboundQueue } from "../queues.ts";
import { type ForgetMark, isForgotten } from "./forget-marks.ts";

interface CallOptions {
  readonly signal?: AbortSignal;
}

/** The part of a list that keeps dead letters. */
interface Letters {
  discardLane(lane: string, options?: CallOptions): Promise<number>;
}

/** The part of a list that shows what waits in a lane, and takes it out. */
interface LaneDoor {
  peek(
    lane: string,
    options: { readonly limit: number } & CallOptions,
  ): Promise<readonly { readonly id: string; readonly body: string }[]>;
  cancel(lane: string, id: string, options?: CallOptions): Promise<string>;
}

/** The lists from which a chat is erased. */
export interface ErasableLists {
  readonly inbound: Letters & LaneDoor;
  readonly outbound: Letters;
  readonly summaries: Letters;
}

/** How much was erased. */
export interface ErasedFromLists {
  /** Messages that waited for an answer. */
  readonly waiting: number;
  /** What had finally failed. */
  readonly letters: number;
}

const atOnce = 100;

/**
 * Erases what a chat said before the mark and waits for an answer, and what it said, or was to be told, and finally failed. What
 * is being answered at this moment is left to whoever answers it, who finds the mark when it is to be tried again: the mark is set, and
 * memory forgotten, before. Without a mark nothing waits.
 */
export type EraseFromLists = (
  chatId: string,
  mark: ForgetMark | undefined,
  options?: CallOptions,
) => Promise<ErasedFromLists>;

export function createEraseFromLists({
  inbound,
  outbound,
  summaries,
}: ErasableLists): EraseFromLists {
  return async function eraseFromLists(chatId, mark, options = {}) {
    const lanes = lanesOf(chatId);
    const [messages] = lanes;
    const waiting = mark ? await eraseWaiting(inbound, messages, mark, options) : 0;
    let letters = 0;
    for (const lane of lanes) letters += await inbound.discardLane(lane, options);
    for (const list of [outbound, summaries]) letters += await list.discardLane(chatId, options);
    return { waiting, letters };
  };
}

async function eraseWaiting(
  inbound: LaneDoor,
  lane: string,
  mark: ForgetMark,
  options: CallOptions,
): Promise<number> {
  for (let erased = 0; ;) {
    const jobs = await inbound.peek(lane, { limit: atOnce, ...options });
    const before = erased;
    for (const { id, body } of jobs)
      if (isBefore(id, body, mark) && (await inbound.cancel(lane, id, options)) === "done")
        erased++;
    if (erased === before) return erased;
  }
}

const isBefore = (id: string, json: string, mark: ForgetMark): boolean => {
  const body = parsed(json);
  return body !== undefined && isForgotten({ id, body }, mark);
};

/** What a newer release wrote is left to it: its worker looks at the mark, too. */
function parsed(json: string): InboundMessage | undefined {
  try {
    return InboundMessage.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/**
 * Gives the mark of an operator, which covers all that a chat has on the list at this moment, and nothing that is said later; undefined =
 * there is nothing. It is made of what stands there, because the operator's clock is not Telegram's.
 */
export async function markOfAll(
  inbound: Pick<LaneDoor, "peek">,
  chatId: string,
  options: CallOptions = {},
): Promise<ForgetMark | undefined> {
  const [lane] = lanesOf(chatId);
  let mark: ForgetMark | undefined;
  for (const { id, body } of await inbound.peek(lane, {
    limit: inboundQueue.maxDepth,
    ...options,
  })) {
    const { sentAtMs = 0, editedAtMs = sentAtMs } = parsed(body) ?? {};
    const newest = !mark || isLaterId(id, mark.id) ? id : mark.id;
    mark = { atMs: Math.max(editedAtMs, mark?.atMs ?? 0), id: newest };
  }
  return mark;
}
