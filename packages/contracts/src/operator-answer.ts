import { z } from "zod";

/** Stands for an account in the ids of messages that an operator put on the inbound list. */
export const operatorAccount = "admin";

/**
 * The channel on which workers tell an operator what becomes of such a message. It goes on the outbound list all the same;
 * what is published is kept nowhere.
 */
export const operatorChannel = "tgmem:operator-answers";

/** A text that goes to where an operator's message came from. */
export const OperatorAnswer = z.object({
  v: z.literal(1),
  /** The id of its job on the outbound list: that of the message, perhaps behind a word such as `late:` or `apology:3:`. */
  id: z.string().min(1),
  text: z.string(),
});
export type OperatorAnswer = z.infer<typeof OperatorAnswer>;

/** Whether a job of the outbound list is about a message that an operator put on the inbound list. */
export const isForOperator = (id: string): boolean =>
  new RegExp(`(^|:)tg:${operatorAccount}:`).test(id);
