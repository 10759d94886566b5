import { answered, type Peer, said } from "./peers/peer.ts";

/** What a part of a turn is done in: it measures time, or what goes over the wire. */
type Measure<T> = (work: () => Promise<unknown>) => Promise<T>;

/** Chats of one peer that were seeded with the same number of turns. */
export interface Talk {
  readonly what: string;
  /** Has the next turn of the next chat, and gives what was measured of its two parts. `through` is another connection. */
  turn<T>(measure: Measure<T>, through?: Peer): Promise<{ readonly open: T; readonly commit: T }>;
}

export interface TalkOptions {
  readonly name: string;
  readonly history: number;
  readonly chats: number;
}

export async function startTalk(peer: Peer, { name, history, chats }: TalkOptions): Promise<Talk> {
  const nexts = Array.from({ length: chats }, (_, at) => ({ id: `${history}-${at}`, n: history }));
  for (const { id } of nexts) await peer.seed(id, history);
  return {
    what: `${name}, ${history} turns`,
    async turn(measure, through = peer) {
      const next = nexts.shift();
      if (!next) throw new Error(`${name} was given no chat.`);
      const { id, n } = next;
      nexts.push({ id, n: n + 1 });
      const opened: Awaited<ReturnType<Peer["open"]>>[] = [];
      const open = await measure(async () => opened.push(await through.open(id, n)));
      const last = opened[0]?.messages.slice(-2).map(({ content }) => content);
      if (last?.[0] !== answered(n - 1) || last[1] !== said(n))
        throw new Error(`${name} does not know what was said last.`);
      const commit = await measure(async () => opened[0]?.commit());
      await through.aside?.(id);
      return { open, commit };
    },
  };
}
