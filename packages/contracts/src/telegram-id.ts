import { z } from "zod";

/** A Telegram user or chat id as text: ids overflow a JSON number, and channels are negative. */
export const TelegramId = z
  .string()
  .regex(/^-?[1-9]\d{0,15}$/, "expected a Telegram id, for instance 42 or -1001234567890");
export type TelegramId = z.infer<typeof TelegramId>;
