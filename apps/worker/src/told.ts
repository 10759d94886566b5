/** The part of a Redis client that is needed here. */
interface Marks {
  get(key: string): Promise<string | null>;
  exists(key: string): Promise<number>;
  set(key: string, value: string, px: "PX", ms: number, get: "GET"): Promise<string | null>;
  set(key: string, value: string, px: "PX", ms: number, nx: "NX"): Promise<unknown>;
}

/**
 * Says of each id whether nobody has asked before, in any process. It is remembered for `forMs`, without any text. Who
 * asks and dies has asked: of a notice, none is better than two.
 */
export const firstTime =
  (redis: Pick<Marks, "set">, { forMs }: { readonly forMs: number }) =>
  async (id: string): Promise<boolean> =>
    (await redis.set(toldKey(id), "1", "PX", forMs, "NX")) === "OK";

/** Says of each id whether somebody has asked for its first time, which is not one itself. */
export const wasTold =
  (redis: Pick<Marks, "exists">) =>
  async (id: string): Promise<boolean> =>
    (await redis.exists(toldKey(id))) === 1;

/** Keeps for `forMs` by which message each chat was told last that the bot was away. */
export const awayMarks = (
  redis: Pick<Marks, "get" | "set">,
  { forMs }: { readonly forMs: number },
): AwayMarks => ({
  get: async (chatId) => parse(await redis.get(awayKey(chatId))),
  swap: async (chatId, { atMs, id }) =>
    parse(await redis.set(awayKey(chatId), `${atMs} ${id}`, "PX", forMs, "GET")),
});

function parse(mark: string | null): AwayMark | undefined {
  const [, atMs, id] = /^(\d+) (.*)$/.exec(mark ?? "") ?? [];
  return id === undefined ? undefined : { atMs: Number(atMs), id };
}

/** A chat was told at this time, in ms since 1970, by the message with this id. */
export interface AwayMark {
  readonly atMs: number;
  readonly id: string;
}

/** What the chats were told of absences. */
export interface AwayMarks {
  get(chatId: string): Promise<AwayMark | undefined>;
  /** Replaces the mark of a chat in one step; resolves with the one before. */
  swap(chatId: string, mark: AwayMark): Promise<AwayMark | undefined>;
}

const toldKey = (id: string) => `tgmem:told:${id}`;
const awayKey = (chatId: string) => `tgmem:away:${chatId}`;
