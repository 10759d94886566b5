import { dayOf, type readSpent } from "@tgmem/contracts";
import type { Queue } from "@tgmem/queue";
import { missingProcesses, outageWords, type ProcessInfo } from "@tgmem/service";

export interface StatusDeps {
  readonly lists: readonly (readonly [name: string, queue: Pick<Queue<unknown>, "stats">])[];
  readonly processes: () => Promise<readonly ProcessInfo[]>;
  readonly spent: (day: string) => ReturnType<typeof readSpent>;
  readonly now?: () => number;
}

/** Tells an operator how the bot is; it holds no text of anybody. */
export type Status = (options: { readonly signal: AbortSignal }) => Promise<string>;

/** Makes what answers /status: which processes are there, how much waits and since when, and what today has cost. */
export function createStatus({ lists, processes, spent, now = Date.now }: StatusDeps): Status {
  return async (options) => {
    const nowMs = now();
    const [known, { models }, ...stats] = await Promise.all([
      processes(),
      spent(dayOf(nowMs)),
      ...lists.map(async ([name, queue]) => ({ name, ...(await queue.stats(options)) })),
    ]);
    const total = { input: 0, output: 0, cost: 0 };
    for (const { input, output, cost } of models.values()) {
      total.input += input;
      total.output += output;
      total.cost += cost;
    }
    return [
      "**Processes**",
      ...known.map((one) => `- ${one.name}: ${stateOf(one)}`),
      ...missingProcesses(known).map((name) => `- ${name}: not running`),
      "",
      "**Lists**",
      ...stats.map(
        ({ name, depth, oldestMs, deadLetters }) =>
          `- ${name}: ${depth} wait${depth > 0 ? `, the oldest for ${spanOf(oldestMs)}` : ""}; dead letters: ${deadLetters}`,
      ),
      "",
      `**Today** (UTC): ${total.input} tokens read, ${total.output} written, $${total.cost.toFixed(4)}`,
    ].join("\n");
  };
}

function stateOf({ state, failing, outages }: ProcessInfo): string {
  if (state === "silent") return "gives no sign";
  if (state === "ready") return "ready";
  return [`not ready: ${failing.join(", ")}`, ...outages.map(outageWords)].join(". ");
}

/** A time as people say it, in its largest unit. */
function spanOf(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
