/** Keeps which model a chat has chosen. */
export interface ModelChoices {
  /** Gives the model's name; undefined = the chat has chosen none. */
  of(chatId: string): Promise<string | undefined>;
  /** Keeps a choice in the place of an earlier one. */
  choose(chatId: string, model: string): Promise<void>;
  /** Erases the choice. */
  reset(chatId: string): Promise<void>;
}

/** The part of a Redis client that is needed here. */
interface Strings {
  getex(key: string, ex: "EX", seconds: number): Promise<string | null>;
  set(key: string, value: string, ex: "EX", seconds: number): Promise<unknown>;
  del(key: string): Promise<unknown>;
}

/** Memory keeps a chat that says nothing any more for the same time. */
const keptSeconds = 90 * 86_400;

const keyOf = (chatId: string) => `tgmem:model:${chatId}`;

/** Keeps choices in Redis, where all workers find them, until 90 days after their chat's last message. */
export const redisModelChoices = (redis: Strings): ModelChoices => ({
  of: async (chatId) => (await redis.getex(keyOf(chatId), "EX", keptSeconds)) ?? undefined,
  choose: async (chatId, model) => void (await redis.set(keyOf(chatId), model, "EX", keptSeconds)),
  reset: async (chatId) => void (await redis.del(keyOf(chatId))),
});
