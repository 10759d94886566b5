import type { Spending } from "@tgmem/contracts";
import type { TokenUsage } from "@tgmem/memory";

/** How much each person may use in a day. */
export interface Allowance {
  isUsedUp(userId: string): Promise<boolean>;
  /** Takes in what an answer took. */
  use(userId: string, usage: TokenUsage): Promise<void>;
}

export interface AllowanceOptions {
  readonly spending: Pick<Spending, "today" | "add">;
  /** The tokens of a day, of prompts and answers together; 0 = any. What an answer takes is known after it. */
  readonly tokensPerDay: number;
  /** Hears of what could not be counted; nobody should lose an answer over it. */
  readonly onError: (error: unknown) => void;
}

/** Counts what everybody uses, and says who has used up a day. */
export function createAllowance({ spending, tokensPerDay, onError }: AllowanceOptions): Allowance {
  return {
    async isUsedUp(userId) {
      if (tokensPerDay === 0) return false;
      try {
        const { input, output } = await spending.today(userId);
        return input + output >= tokensPerDay;
      } catch (error) {
        onError(error);
        return false;
      }
    },
    use: (userId, usage) => spending.add(userId, usage).catch(onError),
  };
}
