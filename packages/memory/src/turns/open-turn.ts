import type { Emit } from "../events.ts";
import type { CommitResult, OpenTurn, WaitOptions } from "../memory.ts";
import { type CheckedPolicy, shownTurns } from "../policy.ts";
import { checkKey } from "../protocol/keys.ts";
import type { Begun, NewTurn, WindowStore } from "../store.ts";
import { answerTo } from "./find-turn.ts";
import { buildPrompt } from "./prompt.ts";

export interface OpenTurnOptions {
  readonly chat: string;
  readonly turnId: string;
  readonly state: Begun;
  /** Whether the store knows no summary and the archive may have one. */
  readonly degraded: boolean;
  readonly store: WindowStore;
  readonly policy: CheckedPolicy;
  readonly systemPrompt: string;
  readonly emit: Emit;
}

export function openTurn(options: OpenTurnOptions): OpenTurn {
  const { chat, turnId, state, degraded, store, policy, systemPrompt, emit } = options;
  const { seq, watermark, epoch, summary, unreadable } = state;
  const pending = seq - watermark;
  const replay = answerTo(state, turnId);
  const window = state.turns.slice(-shownTurns(policy, state));
  if (unreadable) emit({ type: "unreadable", chat, turns: unreadable });
  emit({ type: "opened", chat, seq, pending, replayed: replay !== undefined, cold: degraded });

  async function commit(
    turn: Omit<NewTurn, "turnId" | "epoch">,
    { signal }: WaitOptions,
  ): Promise<CommitResult> {
    const done = await store.commit(chat, { turnId, epoch, ...turn }, { signal });
    if (done.status === "forgotten") {
      emit({ type: "fenced", chat });
      return { status: "forgotten", answer: turn.assistant };
    }
    const { covered: coversThrough } = done;
    const due = done.pending >= policy.summarizeEvery;
    const result = { seq: done.seq, due, coversThrough };
    if (done.status === "duplicate") {
      emit({ type: "duplicate", chat, seq: done.seq });
      return { status: "duplicate", answer: done.answer ?? turn.assistant, ...result };
    }
    emit({ type: "committed", chat, pending: done.pending, ...result });
    if (done.dropped > 0) emit({ type: "overflow", chat, dropped: done.dropped });
    return { status: "committed", answer: turn.assistant, ...result };
  }

  return {
    summary,
    window,
    pending,
    ...(replay !== undefined && { replay }),
    degraded: degraded ? ["summary_cold"] : [],
    prompt: (text) => buildPrompt({ systemPrompt, summary, window, text }),
    async commit({ user: said, assistant, parts }, wait = {}) {
      for (const { id } of parts ?? []) checkKey("part", id);
      return commit({ user: said, assistant, ...(parts && { parts }) }, wait);
    },
  };
}
