import { MemoryError } from "./errors.ts";
import { checkCount } from "./protocol/limits.ts";
import type { MemoryState, WindowStore } from "./store.ts";

/** The numbers of a memory. All are positive integers. */
export interface MemoryPolicy {
  /** How many turns the prompt shows, besides the pending ones. @default what the store keeps, or 10 */
  readonly window?: number;
  /** How many pending turns make a commit `due`. @default 10 */
  readonly summarizeEvery?: number;
  /** How many words a summary should have at least. It is a wish: nothing is padded. @default 200 */
  readonly minWords?: number;
  /** How many words a summary may have at most. A longer one is cut at a sentence. @default 300 */
  readonly maxWords?: number;
  /**
   * How many turns the prompt shows at most, because pending ones pile up while nobody summarizes.
   * @default four times the window with a summarizer, else the window
   */
  readonly promptTurns?: number;
  /**
   * How many UTF-16 units of turns one call of the summarizer is given at most; what else is pending follows in further
   * calls. One turn is given whole, however long it is. @default 24_000
   */
  readonly summaryChars?: number;
  /**
   * How long a chat's summary is left alone after its first failure, in ms, half of it at random. Doubles with each
   * failure, up to an hour. @default 30_000
   */
  readonly summaryBackoffMs?: number;
  /** How long each call of the store may take, in ms, before it is given up with `store_timeout`. @default 10_000 */
  readonly storeTimeoutMs?: number;
  /** How long each call of the archive may take, in ms, before it counts as failed. @default 60_000 */
  readonly archiveTimeoutMs?: number;
  /** How long the summarizer may take, in ms, before the summary is deferred. @default 180_000 */
  readonly summarizerTimeoutMs?: number;
}

export type CheckedPolicy = Required<MemoryPolicy>;

/** How many turns a prompt holds at most: the window, and pending ones beyond it. */
export const shownTurns = (
  { window, promptTurns }: CheckedPolicy,
  { seq, watermark }: Pick<MemoryState, "seq" | "watermark">,
): number => Math.max(window, Math.min(seq - watermark, promptTurns));

const refuse = (problem: string): never => {
  throw new MemoryError("invalid_argument", problem);
};

export function checkPolicy(
  policy: MemoryPolicy,
  { store, summarizes }: { readonly store: WindowStore; readonly summarizes: boolean },
): CheckedPolicy {
  const { keeps } = store;
  const window = policy.window ?? keeps?.window ?? 10;
  const checked: CheckedPolicy = {
    window,
    summarizeEvery: policy.summarizeEvery ?? 10,
    minWords: policy.minWords ?? Math.min(200, policy.maxWords ?? 200),
    maxWords: policy.maxWords ?? Math.max(300, policy.minWords ?? 300),
    promptTurns: policy.promptTurns ?? (summarizes ? 4 * window : window),
    summaryChars: policy.summaryChars ?? 24_000,
    summaryBackoffMs: policy.summaryBackoffMs ?? 30_000,
    storeTimeoutMs: policy.storeTimeoutMs ?? 10_000,
    archiveTimeoutMs: policy.archiveTimeoutMs ?? 60_000,
    summarizerTimeoutMs: policy.summarizerTimeoutMs ?? 180_000,
  };
  for (const [name, value] of Object.entries(checked)) checkCount(`policy.${name}`, value);
  if (checked.minWords > checked.maxWords) {
    refuse(
      `\`policy.minWords\` (${checked.minWords}) is above \`maxWords\` (${checked.maxWords}).`,
    );
  }
  if (keeps && window > keeps.window) {
    refuse(
      `\`policy.window\` (${window}) is above the store's (${keeps.window}): raise the store's.`,
    );
  }
  if (keeps && checked.summarizeEvery > keeps.cap) {
    refuse(
      `\`policy.summarizeEvery\` (${checked.summarizeEvery}) is above the store's cap (${keeps.cap}): turns would be dropped first.`,
    );
  }
  return checked;
}
