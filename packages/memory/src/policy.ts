import { MemoryError } from "./errors.ts";
import { checkCount } from "./protocol/limits.ts";
import type { WindowStore } from "./store.ts";

/** How much is remembered and shown, and how long each part may take. The numbers are positive integers. */
export interface MemoryPolicy {
  /**
   * Which turns a prompt shows. `fifo`: always the last ones. `since_summary`: those that no summary covers yet, and
   * `overlap` covered ones before them; until the next summary each prompt begins with all of the one before it, which
   * providers that cache prompts charge less for.
   *
   * @default "fifo"
   */
  readonly prompt?: "fifo" | "since_summary";
  /** How many turns a prompt shows with `fifo`, besides the pending ones. @default what the store keeps, or 10 */
  readonly window?: number;
  /**
   * How many turns that the summary covers a prompt shows with `since_summary`; 0 is allowed. Together with
   * `summarizeEvery` it is at most what the store keeps.
   *
   * @default 0
   */
  readonly overlap?: number;
  /**
   * How many pending turns make a commit `due`. @default 10; with `since_summary` 7, or what the store keeps besides
   * `overlap` if that is less: `pnpm bench cost` shows why
   */
  readonly summarizeEvery?: number;
  /** How many tokens a prompt may have, by the estimate. What has no room is dropped, see `Prompts`. @default 32_000 */
  readonly promptTokens?: number;
  /** How many words a summary should have at least. It is a wish: nothing is padded. @default 200 */
  readonly minWords?: number;
  /** How many words a summary may have at most. A longer one is cut at a sentence. @default 300 */
  readonly maxWords?: number;
  /**
   * How many turns the prompt shows at most, because pending ones pile up while summaries fail.
   * @default four times the window
   */
  readonly promptTurns?: number;
  /**
   * How many UTF-16 units of turns one call of the summarizer is given at most; what else is pending follows in further
   * calls. One turn is given whole, however long it is. @default 24_000
   */
  readonly summaryChars?: number;
  /**
   * How long a chat's summary is left alone after its first failure, in ms, half of it at random. Doubles with each
   * failure: up to an hour, or five minutes when model, archive or store was away. @default 30_000
   */
  readonly summaryBackoffMs?: number;
  /**
   * How far apart the moments are at which summaries are made, in ms: those that are due meanwhile are `deferred` until the
   * next one, and then made together, which an archive that counts its calls can do by fewer of them. Until then prompts
   * show the turns themselves. 0 = each summary is made as soon as it is due. `flushIdle` does not wait.
   *
   * @default 0
   */
  readonly summaryWindowMs?: number;
  /** How many words of what was said long ago a prompt may quote, where there is a recall index. @default 150 */
  readonly recallWords?: number;
  /** How long an opening waits for them at most, in ms, after the store has answered. @default 150 */
  readonly recallTimeoutMs?: number;
  /** How long each call of the store may take, in ms, before it is given up with `store_timeout`. @default 10_000 */
  readonly storeTimeoutMs?: number;
  /** How long each call of the archive may take, in ms, before it counts as failed. @default 60_000 */
  readonly archiveTimeoutMs?: number;
  /**
   * How long every look has to miss a record that the archive had, in ms, before it counts as deleted by hand: longer
   * than an archive shows nothing of anybody after an outage. @default 600_000
   */
  readonly archiveSettleMs?: number;
  /** How long the summarizer may take, in ms, before the summary is deferred. @default 180_000 */
  readonly summarizerTimeoutMs?: number;
}

export type CheckedPolicy = Required<MemoryPolicy> & {
  /** Whether pending turns are ever folded into a summary. */
  readonly summarized: boolean;
};

const refuse = (problem: string): never => {
  throw new MemoryError("invalid_argument", problem);
};

/** Checks what the pieces of a policy say of each other and of the store. */
function checkTogether(policy: CheckedPolicy, keeps: WindowStore["keeps"]): void {
  const { minWords, maxWords, window, summarizeEvery, overlap, prompt, summarized } = policy;
  if (minWords > maxWords)
    refuse(`\`policy.minWords\` (${minWords}) is above \`maxWords\` (${maxWords}).`);
  if (keeps && window > keeps.window)
    refuse(
      `\`policy.window\` (${window}) is above the store's (${keeps.window}): raise the store's.`,
    );
  if (keeps && summarizeEvery > keeps.cap)
    refuse(
      `\`policy.summarizeEvery\` (${summarizeEvery}) is above the store's cap (${keeps.cap}): turns would be dropped first.`,
    );
  if (prompt === "fifo") return;
  if (!summarized)
    refuse(
      "`policy.prompt` is `since_summary`, but nobody summarizes: give an archive and a summarizer, or say `summarized: true` when another process has them.",
    );
  if (keeps && overlap + summarizeEvery > keeps.window)
    refuse(
      `\`policy.overlap\` (${overlap}) and \`summarizeEvery\` (${summarizeEvery}) are above the store's window (${keeps.window}) together: raise the store's.`,
    );
}

export function checkPolicy(
  policy: MemoryPolicy,
  { store, summarized }: { readonly store: WindowStore; readonly summarized: boolean },
): CheckedPolicy {
  const { keeps } = store;
  const { prompt = "fifo", overlap = 0, summaryWindowMs = 0 } = policy;
  const window = policy.window ?? keeps?.window ?? 10;
  const besideOverlap = Math.max(1, Math.min(7, (keeps?.window ?? 10) - overlap));
  const numbers = {
    window,
    summarizeEvery: policy.summarizeEvery ?? (prompt === "fifo" ? 10 : besideOverlap),
    minWords: policy.minWords ?? Math.min(200, policy.maxWords ?? 200),
    maxWords: policy.maxWords ?? Math.max(300, policy.minWords ?? 300),
    promptTurns: policy.promptTurns ?? 4 * window,
    promptTokens: policy.promptTokens ?? 32_000,
    summaryChars: policy.summaryChars ?? 24_000,
    summaryBackoffMs: policy.summaryBackoffMs ?? 30_000,
    recallWords: policy.recallWords ?? 150,
    recallTimeoutMs: policy.recallTimeoutMs ?? 150,
    storeTimeoutMs: policy.storeTimeoutMs ?? 10_000,
    archiveTimeoutMs: policy.archiveTimeoutMs ?? 60_000,
    archiveSettleMs: policy.archiveSettleMs ?? 600_000,
    summarizerTimeoutMs: policy.summarizerTimeoutMs ?? 180_000,
  };
  for (const [name, value] of Object.entries(numbers)) checkCount(`policy.${name}`, value);
  for (const [name, value] of Object.entries({ overlap, summaryWindowMs }))
    if (value !== 0) checkCount(`policy.${name}`, value);
  if (prompt !== "fifo" && prompt !== "since_summary")
    refuse(
      `Expected \`policy.prompt\` to be "fifo" or "since_summary", got \`${String(prompt)}\`.`,
    );
  const checked: CheckedPolicy = { ...numbers, prompt, overlap, summaryWindowMs, summarized };
  for (const name of Object.keys(policy))
    if (!Object.hasOwn(checked, name)) refuse(`There is no \`policy.${name}\`.`);
  checkTogether(checked, keeps);
  return checked;
}
