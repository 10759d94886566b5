import type { CommitResult, OpenTurn, StreamOptions, TextSource } from "../memory.ts";
import type { SaidTurn, Speaker, TokenUsage } from "../turn.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { Begun } from "../store.ts";
import { checkText, checkTurn, checkUsage } from "./check-turn.ts";
import { isDue, type Words } from "./due.ts";
import type { Recalled } from "../recall/recall-beside.ts";
import { answerTo } from "./find-turn.ts";
import { saidOf } from "./label.ts";
import { promptMaker } from "./prompt-maker.ts";
import { recalledText } from "./recalled-text.ts";
import { shownTurns } from "./shown-turns.ts";
import { streamTurn } from "./stream-turn.ts";
import { systemText } from "./system-text.ts";
import type { TurnContext } from "./turn-context.ts";

export interface OpenTurnOptions extends TurnContext {
  readonly chat: string;
  readonly turnId: string;
  readonly state: Begun;
  readonly speaker: Speaker | undefined;
  /** When the message was written. */
  readonly saidAtMs: number;
  /** Whether the store knows no summary and the archive may have one. */
  readonly degraded: boolean;
  readonly recalled: Recalled;
  /** Hears that the turn was committed, and got this number. */
  readonly committed: (seq: number) => void;
}

type Answered = SaidTurn & {
  readonly assistant: string;
  readonly usage?: TokenUsage | undefined;
  readonly cut?: true | undefined;
};

export function openTurn(options: OpenTurnOptions): OpenTurn {
  const { chat, turnId, state, degraded, store, policy, systemPrompt, meter, labels, emit } =
    options;
  const { speaker, saidAtMs, recalled, timeZone } = options;
  const { seq, watermark, base, epoch, summary, turns, unreadable } = state;
  const pending = seq - watermark;
  const replay = answerTo(state, turnId);
  const window = shownTurns(turns, state, policy);
  const coversThrough = base + watermark;
  const due = isDue({ pending, waiting: turns.filter((t) => t.seq > watermark) }, options);
  if (unreadable) emit({ type: "unreadable", chat, turns: unreadable });
  emit({ type: "opened", chat, seq, pending, replayed: replay !== undefined, cold: degraded });

  const note = labels.note({ named: speaker !== undefined });
  const prompts = promptMaker({
    system: {
      whole: systemText(systemPrompt, note, summary),
      bare: systemText(systemPrompt, note, null),
    },
    turns,
    shown: window,
    watermark,
    show: (turn) => labels.label(turn.user, saidOf(turn)),
    showNew: (text) => labels.label(text, { atMs: saidAtMs, ...(speaker && { speaker }) }),
    recalled: recalledText(recalled.excerpts, timeZone),
    meter,
  });

  async function write(turn: Answered, { signal }: WaitOptions): Promise<CommitResult> {
    const { user, assistant, parts, usage, cut } = turn;
    checkTurn(turn);
    if (usage) {
      checkUsage(usage);
      if (!usage.enlarged) prompts.reported(usage.input);
    }
    const content = {
      user,
      assistant,
      began: { atMs: saidAtMs, after: seq },
      ...(parts && { parts }),
      ...(speaker && { speaker }),
      ...(cut && { cut }),
      ...(usage && { usage: { ...usage, cost: usage.cost ?? 0 } }),
      ...(!policy.summarized && { keeps: "window" as const }),
    };
    const done = await store.commit(chat, { turnId, epoch, ...content }, { signal });
    if (done.status === "paused") return { status: "off_record", answer: assistant, due: false };
    if (done.status === "forgotten") {
      emit({ type: "fenced", chat });
      return { status: "forgotten", answer: assistant, due: false };
    }
    const { covered } = done;
    const waiting: Words[] = turns.filter((kept) => base + kept.seq > covered);
    if (done.status === "committed") waiting.push(turn);
    const now = {
      seq: done.seq,
      due: isDue({ pending: done.pending, waiting }, options),
      coversThrough: covered,
    };
    if (done.status === "duplicate") {
      emit({ type: "duplicate", chat, seq: done.seq });
      return { status: "duplicate", answer: done.answer ?? assistant, ...now };
    }
    emit({ type: "committed", chat, pending: done.pending, ...now });
    options.committed(done.seq);
    if (done.dropped > 0) emit({ type: "overflow", chat, dropped: done.dropped });
    return { status: "committed", answer: assistant, ...now };
  }

  let result: CommitResult | null = null;
  const commit = async (turn: Answered, wait: WaitOptions = {}) => {
    result = await write(turn, wait);
    return result;
  };

  async function* stream(source: TextSource, streamed: StreamOptions) {
    const { user, parts, usage, signal } = streamed;
    if (replay !== undefined) {
      yield replay;
      result = { status: "duplicate", answer: replay, seq: state.seen ?? 0, due, coversThrough };
      return result;
    }
    checkText("user", user);
    return yield* streamTurn(source, {
      signal,
      ended: async (assistant) => {
        // The answer has been read: what it cost is not worth losing it.
        const used = await Promise.resolve(usage?.()).catch(() => undefined);
        return commit({ user, parts, assistant, usage: used }, { signal });
      },
      cut: (assistant) => commit({ user, parts, assistant, cut: true }),
    });
  }

  return {
    summary,
    window,
    pending,
    due,
    coversThrough,
    epoch,
    paused: state.paused,
    ...(replay !== undefined && { replay }),
    recalled: recalled.excerpts,
    degraded: [
      ...(degraded ? ["summary_cold" as const] : []),
      ...(recalled.failed ? ["recall" as const] : []),
    ],
    get system() {
      return prompts.system;
    },
    get report() {
      return prompts.report;
    },
    messages: (text) => prompts.messages(text),
    prompt: (text) => prompts.prompt(text),
    shorten: (refused) => prompts.shorten(refused),
    get result() {
      return result;
    },
    commit,
    stream,
  };
}
