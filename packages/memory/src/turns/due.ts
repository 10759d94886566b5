import type { CheckedPolicy } from "../policy.ts";
import type { TokenMeter } from "../tokens/token-meter.ts";

/** What is in a turn, as far as its size counts. */
export interface Words {
  readonly user: string;
  readonly assistant: string;
}

/**
 * Whether enough waits for a summary: so many turns, or more of them than a prompt has room for, because what is in
 * neither the model cannot know.
 */
export function isDue(
  { pending, waiting }: { readonly pending: number; readonly waiting: readonly Words[] },
  { policy, meter }: { readonly policy: CheckedPolicy; readonly meter: TokenMeter },
): boolean {
  if (!policy.summarized) return false;
  if (pending >= policy.summarizeEvery) return true;
  const limit = meter.limitTokens;
  const units = waiting.reduce(
    (sum, { user, assistant }) => sum + user.length + assistant.length,
    0,
  );
  if (meter.surelyFits(2 * waiting.length, units, limit)) return false;
  const count = ({ user, assistant }: Words) => meter.count(user) + meter.count(assistant);
  return waiting.reduce((sum, turn) => sum + count(turn), 0) > limit;
}
