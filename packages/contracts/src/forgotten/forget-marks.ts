import { type InboundMessage, isCommand, isLaterId } from "../inbound.ts";
import { forgetScript } from "./forget-script.ts";

/** Up to where a chat was forgotten: what is older than the message with this id, a /forget, or the last one that an operator found. */
export interface ForgetMark {
  /** When it was sent, or edited, in ms since 1970. */
  readonly atMs: number;
  readonly id: string;
}

/** Says up to where each chat was forgotten last, so that nothing from before is answered, and remembered, afterwards. */
export interface ForgetMarks {
  of(chatId: string): Promise<ForgetMark | undefined>;
  /** Takes the place of an earlier mark, also where the memory of Redis is full. */
  set(chatId: string, mark: ForgetMark): Promise<void>;
}

/** A message as it stands on the list. */
interface Listed {
  readonly id: string;
  readonly body: Pick<InboundMessage, "editedAtMs" | "sentAtMs" | "text">;
}

/**
 * Whether a message was said before its chat was forgotten. The ids of a chat count up, while Telegram's times are whole seconds. A
 * command is not forgotten: it is carried out in its turn, and the /forget itself once more where it was cut off.
 */
export function isForgotten(
  { id, body: { sentAtMs, editedAtMs, text } }: Listed,
  mark: ForgetMark | undefined,
): boolean {
  if (!mark || isCommand(text) || isLaterId(id, mark.id)) return false;
  if (editedAtMs !== undefined) return editedAtMs <= mark.atMs;
  return isLaterId(mark.id, id) || sentAtMs <= mark.atMs;
}

/** The part of a Redis client that is needed here. */
interface Marks {
  get(key: string): Promise<string | null>;
  eval(script: string, keys: number, ...args: (string | number)[]): Promise<unknown>;
}

/** Nothing that was said before is on a list any more after as long as dead letters are kept. */
const keptMs = 30 * 86_400_000;

const keyOf = (chatId: string) => `tgmem:forgotten:${chatId}`;

/** Keeps the marks in Redis for 30 days, without any text. */
export const redisForgetMarks = (redis: Marks): ForgetMarks => ({
  async of(chatId) {
    const [, atMs, id] = /^(\d+) (.*)$/.exec((await redis.get(keyOf(chatId))) ?? "") ?? [];
    return id === undefined ? undefined : { atMs: Number(atMs), id };
  },
  set: async (chatId, { atMs, id }) =>
    void (await redis.eval(forgetScript, 1, keyOf(chatId), `${atMs} ${id}`, keptMs)),
});

/** Keeps the marks in this process, for a bot whose lists end with it. */
export function inMemoryForgetMarks(): ForgetMarks {
  const marks = new Map<string, ForgetMark>();
  return {
    of: async (chatId) => marks.get(chatId),
    set: async (chatId, mark) => void marks.set(chatId, mark),
  };
}
