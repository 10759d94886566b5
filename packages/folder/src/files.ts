import { join } from "node:path";

/** Names what is in the folder of a bot. */
export const filesOf = (folder: string) => ({
  /** The lists of messages. */
  lists: join(folder, "lists.sqlite"),
  /** What is remembered of chats. */
  memory: join(folder, "memory.sqlite"),
  /** What other bots keep in Redis beside these. */
  records: join(folder, "records.sqlite"),
  /** The log-in to Telegram. */
  session: join(folder, "session"),
});
