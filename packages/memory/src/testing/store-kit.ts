import type {
  Amendment,
  Begun,
  ListedChat,
  NewTurn,
  SummaryChange,
  TurnContent,
  WindowStore,
} from "../store.ts";

export const turn = (turnId: string, changes: Partial<NewTurn> = {}): NewTurn => ({
  turnId,
  user: `said ${turnId}`,
  assistant: `answered ${turnId}`,
  epoch: 0,
  ...changes,
});

export const read = (store: WindowStore, chat: string): Promise<Begun> => store.begin(chat, "");

export const seqs = ({ turns }: Begun): readonly number[] => turns.map(({ seq }) => seq);

/** Commits turns `t1`, `t2`, … one after another. */
export async function say(
  store: WindowStore,
  chat: string,
  count: number,
  prefix = "t",
): Promise<void> {
  const { epoch } = await read(store, chat);
  for (let n = 1; n <= count; n++) await store.commit(chat, turn(`${prefix}${n}`, { epoch }));
}

/** A summary of the turns up to `to`, made from this state. */
export const change = (
  { epoch, incarnation, version }: Begun,
  to: number,
  summary = `Summary of 1 to ${to}.`,
): SummaryChange => ({ epoch, incarnation, version, to, summary });

/** An edit of one turn, made from this state. */
export function amendment(
  state: Begun,
  seq: number,
  editId: string,
  changes: Partial<TurnContent>,
): Amendment {
  const kept = state.turns.find((one) => one.seq === seq);
  if (!kept) throw new Error(`Expected turn ${seq} to be kept.`);
  const { seq: _, atMs: __, ...before } = kept;
  return { epoch: state.epoch, editId, seq, before, after: { ...before, ...changes } };
}

/** Reads the whole list, and picks the chats whose ids begin so, in the order of their ids. */
export async function listed(store: WindowStore, prefix: string): Promise<readonly ListedChat[]> {
  const found = new Map<string, ListedChat>();
  let cursor: string | undefined;
  do {
    const page = await store.list({ limit: 2, cursor });
    for (const one of page.chats) if (one.chat.startsWith(prefix)) found.set(one.chat, one);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return [...found.values()].toSorted((a, b) => (a.chat < b.chat ? -1 : 1));
}
