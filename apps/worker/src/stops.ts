import { isLaterId, type InboundMessage } from "@tgmem/contracts";

/** Who wants an answer to be stopped. */
export interface StopRequest {
  readonly chatId: string;
  readonly userId: string;
  /** The id of the job that asks for it: what was asked for is an answer to an earlier message. */
  readonly id: string;
  /** Whether the person may stop answers to others, too. */
  readonly isAdministrator: boolean;
}

/** What became of the wish; `not_yours` = somebody else is being answered. */
type Stopped = "stopped" | "nothing" | "not_yours";

/** An answer that can be stopped until it has ended. */
interface Stoppable {
  /** Aborts when a person wants no more of the answer. */
  readonly signal: AbortSignal;
  /** Takes in that it is made no more. */
  ended(): void;
}

/** Knows the answers that are being made, one in each chat, in whatever process. */
export interface Stops {
  /** Takes in that an answer is being made. Neither waits nor fails: without it an answer cannot be stopped, and that is all. */
  begin(id: string, message: Pick<InboundMessage, "chatId" | "userId">): Stoppable;
  /** Stops the answer that is being made in a chat. Rejects when that cannot be known. */
  stop(request: StopRequest): Promise<Stopped>;
}

/** An answer that is being made. */
interface Making {
  readonly id: string;
  readonly userId: string;
}

/** Says whether an answer is to be stopped. A wish that comes late is none for an answer to what was said after it. */
function decide(making: Making | undefined, { id, userId, isAdministrator }: StopRequest): Stopped {
  if (!making || isLaterId(making.id, id)) return "nothing";
  return isAdministrator || making.userId === userId ? "stopped" : "not_yours";
}

/** Keeps them in this process, for a bot that is one. */
export function inMemoryStops(): Stops {
  const chats = new Map<string, Making & { readonly stop: AbortController }>();
  return {
    begin(id, { chatId, userId }) {
      const making = { id, userId, stop: new AbortController() };
      chats.set(chatId, making);
      return {
        signal: making.stop.signal,
        ended: () => void (chats.get(chatId) === making && chats.delete(chatId)),
      };
    },
    async stop(request) {
      const making = chats.get(request.chatId);
      const stopped = decide(making, request);
      if (stopped === "stopped") making?.stop.abort();
      return stopped;
    },
  };
}

/** The part of a Redis client that is needed here. */
interface Keys {
  get(key: string): Promise<string | null>;
  mget(keys: string[]): Promise<readonly (string | null)[]>;
  set(key: string, value: string, px: "PX", ms: number): Promise<unknown>;
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>;
}

export interface RedisStopsOptions {
  readonly prefix?: string;
  /** The time between two looks whether an answer is to be stopped, in ms; all of a process are one look. @default 250 */
  readonly lookEveryMs?: number;
  /** Makes an id that nobody has made before. */
  readonly newId?: () => string;
}

/** No answer takes longer; that of a process which died is taken for one that is being made until then. */
const keptMs = 180_000;

/** Takes the mark away that is still this answer's own. */
const endScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/** Keeps them in Redis, for several processes: ids of persons and messages, no texts. */
export function redisStops(
  redis: Keys,
  {
    prefix = "tgmem:",
    lookEveryMs = 250,
    newId = () => crypto.randomUUID(),
  }: RedisStopsOptions = {},
): Stops {
  const makingKey = (chatId: string) => `${prefix}making:${chatId}`;
  const stopKey = (token: string) => `${prefix}stop:${token}`;
  const open = new Map<string, AbortController>();
  let timer: NodeJS.Timeout | undefined;

  function lookLater(): void {
    timer ??= setTimeout(() => void look(), lookEveryMs).unref();
  }

  async function look(): Promise<void> {
    const tokens = [...open.keys()];
    const wishes = await redis.mget(tokens.map(stopKey)).catch(() => []);
    for (const [index, token] of tokens.entries()) if (wishes[index]) open.get(token)?.abort();
    timer = undefined;
    if (open.size > 0) lookLater();
  }

  return {
    begin(id, { chatId, userId }) {
      const token = newId();
      const [key, mark] = [makingKey(chatId), `${token} ${userId} ${id}`];
      const stop = new AbortController();
      open.set(token, stop);
      redis.set(key, mark, "PX", keptMs).catch(() => {});
      lookLater();
      return {
        signal: stop.signal,
        ended() {
          if (open.delete(token)) redis.eval(endScript, 1, key, mark).catch(() => {});
        },
      };
    },
    async stop(request) {
      const [, token = "", userId = "", id = ""] =
        /^(\S+) (\S+) (.*)$/.exec((await redis.get(makingKey(request.chatId))) ?? "") ?? [];
      const stopped = decide(token ? { id, userId } : undefined, request);
      if (stopped === "stopped") await redis.set(stopKey(token), "1", "PX", keptMs);
      return stopped;
    },
  };
}
