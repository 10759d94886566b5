import { recallIndex } from "../recall/create-recall-index.ts";
import type { PostingStore } from "../recall/posting-store.ts";
import type { Excerpt, RecallTurn, SearchOptions } from "../recall/recall-index.ts";

export const dayMs = 86_400_000;

export const said = (turnId: string, user: string, assistant = "Noted.", atMs = 0): RecallTurn => ({
  turnId,
  atMs,
  user,
  assistant,
});

/** Remembers turns in the first epoch of a chat, or in a later one. */
export const add = (
  store: PostingStore,
  chat: string,
  turns: readonly RecallTurn[],
  epoch = 0,
): Promise<string> => recallIndex(store).add(chat, turns, { epoch });

export const search = (
  store: PostingStore,
  chat: string,
  query: string,
  options: Partial<SearchOptions> = {},
): Promise<readonly Excerpt[]> =>
  recallIndex(store).search(chat, query, { maxWords: 100, ...options });

/** The ids of the turns that are found. */
export const found = async (...searched: Parameters<typeof search>): Promise<readonly string[]> =>
  (await search(...searched)).map(({ turnId }) => turnId);

/** The numbers of the units in a list of postings are not looked at here, only how many there are. */
export async function postingsOf(store: PostingStore, chat: string, term: string): Promise<number> {
  const { lists } = await store.read(chat, [term], { sittings: false });
  return (lists.get(term) ?? "").length / 5;
}

/** All that is remembered. */
export async function remembered(
  store: PostingStore,
  chat: string,
): Promise<readonly RecallTurn[]> {
  const turns: RecallTurn[] = [];
  for await (const part of recallIndex(store).turns(chat)) turns.push(...part);
  return turns;
}
