import type { ExportedTurn, ImportResult } from "../chats.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { MemoryState } from "../store.ts";
import type { ChatContext } from "./chat-context.ts";
import { addToRecall } from "../recall/remember-turns.ts";
import type { RecallTurn } from "../recall/recall-index.ts";
import { parseExport } from "./parse-export.ts";
import { writeSummary } from "./write-summary.ts";

const recallTurn = (
  { saidAtMs, user, assistant, speaker }: ExportedTurn,
  turnId: string,
): RecallTurn => ({ turnId, atMs: saidAtMs, user, assistant, ...(speaker && { speaker }) });

/**
 * Takes over an export. Covered turns are committed first, then the summary that covers them is written, and the others
 * follow, so that they wait for the next summary. An import that was broken off goes on where it stopped, because its
 * turns have ids of their own in each epoch.
 */
export async function importChat(
  context: ChatContext,
  data: unknown,
  { signal }: WaitOptions,
): Promise<ImportResult> {
  const { chat, store, recall, emit, policy, read } = context;
  const { summary, turns, earlier } = parseExport(data);
  const state = await read({ signal });
  const { epoch } = state;
  const idOf = (at: number) => `import:${epoch}:${at}`;
  const covered = summary === null ? [] : turns.filter((turn) => turn.covered);
  const ordered = summary === null ? turns : [...covered, ...turns.filter((t) => !t.covered)];

  /** Whether all that is remembered came from an import of the same texts. */
  function isOwn({ turns: kept, summary: held, newerSummary, unreadable }: MemoryState): boolean {
    if (newerSummary || unreadable || (held !== null && held !== summary)) return false;
    return kept.every(({ turnId, user }) =>
      ordered.some((turn, at) => turnId === idOf(at) && user === turn.user),
    );
  }

  async function commit(turn: ExportedTurn, at: number): Promise<ImportResult["status"]> {
    const { user, assistant, speaker, cut, saidAtMs } = turn;
    const content = {
      user,
      assistant,
      ...(speaker && { speaker }),
      ...(cut && { cut }),
      began: { atMs: saidAtMs, after: at },
      ...(!policy.summarized && { keeps: "window" as const }),
    };
    const done = await store.commit(chat, { turnId: idOf(at), epoch, ...content }, { signal });
    if (done.status === "paused") return "off_record";
    return done.status === "forgotten" ? "forgotten" : "imported";
  }

  /** Lets the index find what the window will not show, and what no summarize job will bring it. */
  async function recallCovered(): Promise<void> {
    if (!recall || state.paused) return;
    const old = earlier.map((turn, at) => recallTurn(turn, `import:${epoch}:earlier:${at}`));
    const shown = covered.map((turn, at) => recallTurn(turn, idOf(at)));
    await addToRecall(chat, [...old, ...shown], { recall, emit, epoch, signal });
  }

  if (!isOwn(state)) return { status: "not_empty" };
  await recallCovered();
  for (const [at, turn] of ordered.entries()) {
    if (at === covered.length) {
      const status = await fold();
      if (status !== "imported") return { status };
    }
    const status = await commit(turn, at);
    if (status !== "imported") return { status };
  }
  return { status: covered.length === ordered.length ? await fold() : "imported" };

  /** Writes the summary behind the turns that it covers, if that is not done yet. */
  async function fold(): Promise<ImportResult["status"]> {
    const now = await store.begin(chat, "", { signal });
    if (summary === null || now.summary === summary) return "imported";
    if (now.paused) return "off_record";
    const done = await writeSummary(context, now, { to: covered.length, summary, signal });
    return done === "written" ? "imported" : done;
  }
}
