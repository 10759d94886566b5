import type { Emit } from "../events.ts";
import type { Begun, MemoryState, WindowStore } from "../store.ts";
import type { Turn } from "../turn.ts";
import { inOrderOfBeginning } from "../turns/began.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { RecallIndex, RecallTurn } from "./recall-index.ts";
import { recallTurnOf } from "./recall-turn.ts";

export interface RememberOptions extends WaitOptions {
  readonly store: Pick<WindowStore, "begin">;
  readonly recall: RecallIndex;
  readonly emit: Emit;
}

/** Others may change a turn again and again, but nobody does so this often. */
const mostTries = 5;

const isSame = (one: RecallTurn, other: RecallTurn): boolean =>
  one.user === other.user && one.assistant === other.assistant;

/** Adds turns that no index has yet. Goes on without them where it has no room. */
export async function addToRecall(
  chat: string,
  turns: readonly RecallTurn[],
  { epoch, recall, emit, signal }: Omit<RememberOptions, "store"> & { readonly epoch: number },
): Promise<void> {
  // That the chat was forgotten is found out, and told, by whoever writes to the store.
  const status = await recall.add(chat, turns, { epoch, signal });
  if (status === "full") emit({ type: "recall_full", chat, turns: turns.length });
}

/**
 * Adds the turns of a look at the chat to the index, and gives a later look: what was edited or taken back in between is so
 * in the index, too.
 */
export async function rememberTurns(
  chat: string,
  before: MemoryState,
  { picks, ...options }: RememberOptions & { readonly picks: (turn: Turn) => boolean },
): Promise<Begun> {
  const { store, recall, signal } = options;
  const { epoch } = before;
  const picked = inOrderOfBeginning(before.turns.filter((turn) => !turn.undone && picks(turn)));
  const added = picked.map(recallTurnOf);
  if (added.length > 0) await addToRecall(chat, added, { ...options, epoch });
  const after = await store.begin(chat, "", { signal });
  if (after.epoch !== epoch) return after;
  const now = new Map(after.turns.map((turn) => [turn.turnId, recallTurnOf(turn)]));
  for (const turn of added) {
    const changed = now.get(turn.turnId);
    if (changed && !isSame(turn, changed)) await recall.replace(chat, changed, { epoch, signal });
  }
  return after;
}

/** Brings a turn that was edited or taken back up to date in the index, if that has it. */
export async function followTurn(
  chat: string,
  seq: number,
  { store, recall, signal }: Omit<RememberOptions, "emit">,
): Promise<void> {
  let followed: RecallTurn | undefined;
  for (let tries = 1; tries <= mostTries; tries++) {
    const { turns, epoch } = await store.begin(chat, "", { signal });
    const kept = turns.find((turn) => turn.seq === seq);
    const turn = kept && recallTurnOf(kept);
    if (!turn || (followed && isSame(turn, followed))) return;
    await recall.replace(chat, turn, { epoch, signal });
    followed = turn;
  }
}
