/** One turn, as the budget sees it. */
interface Portion {
  readonly seq: number;
  readonly tokens: number;
  /** Whether a summary covers it, so that it can be missed most easily. */
  readonly covered: boolean;
}

/** What there is for a prompt, in tokens. */
export interface Contents {
  /** The system prompt and the message itself, which no prompt goes without. */
  readonly system: number;
  readonly message: number;
  /** The background, or 0 when there is none. */
  readonly summary: number;
  /** What is quoted of what was said long ago, or 0. */
  readonly recalled: number;
  /** The turns in the order in which they are shown. */
  readonly turns: readonly Portion[];
}

/** What has room. */
export interface Fit {
  readonly tokens: number;
  readonly summary: boolean;
  readonly recalled: boolean;
  /** The numbers of the turns that are left out. */
  readonly dropped: ReadonlySet<number>;
}

/**
 * Drops the quotations and then whole turns until the rest has room: covered ones first, then pending ones, the oldest of each first; the summary
 * goes last. Without the summary a covered turn is in no place at all, but nothing else makes room for what was not said
 * to anybody yet.
 */
export function fitPrompt(
  { system, message, summary, recalled: quoted, turns }: Contents,
  budget: number,
): Fit {
  const dropped = new Set<number>();
  const all = system + message + summary + turns.reduce((sum, turn) => sum + turn.tokens, 0);
  const recalled = quoted > 0 && all + quoted <= budget;
  let tokens = recalled ? all + quoted : all;
  const ordered = [...turns.filter(({ covered }) => covered), ...turns.filter((t) => !t.covered)];
  for (const turn of ordered) {
    if (tokens <= budget) break;
    dropped.add(turn.seq);
    tokens -= turn.tokens;
  }
  if (tokens <= budget || summary === 0) return { tokens, summary: summary > 0, recalled, dropped };
  return { tokens: tokens - summary, summary: false, recalled, dropped };
}
