import type { Revision } from "../memory.ts";
import type { WaitOptions } from "../wait-options.ts";
import { textOf, withText } from "../protocol/turn-content.ts";
import { amendTurn } from "./amend-turn.ts";
import { checkText } from "./check-turn.ts";
import type { Recalled } from "../recall/recall-beside.ts";
import { followTurn } from "../recall/remember-turns.ts";
import type { Begun } from "../store.ts";
import { answerTo, turnsBefore, turnWith } from "./find-turn.ts";
import { saidOf } from "./label.ts";
import { recalledText } from "./recalled-text.ts";
import { promptMaker } from "./prompt-maker.ts";
import { shownTurns } from "./shown-turns.ts";
import { systemText } from "./system-text.ts";
import type { TurnContext } from "./turn-context.ts";

export interface ReviseTurnOptions extends TurnContext, WaitOptions {
  readonly chat: string;
  /** The id of the edited message. */
  readonly turnId: string;
  readonly editId: string;
  /** What was found for the new text. */
  readonly search: (opening: Promise<Begun>) => Promise<Recalled>;
}

/** Looks up the turn of an edited message. What it resolves with amends the turn. */
export async function reviseTurn(options: ReviseTurnOptions): Promise<Revision> {
  const { chat, turnId, editId, store, policy, systemPrompt, meter, labels, emit, signal } =
    options;
  const { recall, timeZone } = options;
  const opening = store.begin(chat, editId, { signal });
  const [state, { excerpts }] = await Promise.all([opening, options.search(opening)]);
  const { seq: last, seen, summary, turns, epoch } = state;
  const turn = turnWith(state, turnId);
  const replay = answerTo(state, editId);

  async function statusOfTurn(): Promise<Revision["status"]> {
    if (turn && seen !== null) return "applied";
    if (turn) return turn.seq === last ? "last" : "earlier";
    const committed = seen ?? (await store.begin(chat, turnId, { signal })).seen;
    return committed === null ? "never_committed" : "no_longer_kept";
  }

  const earlier = turnsBefore(state, turn);
  const note = labels.note({ named: turn?.speaker !== undefined });
  const prompts = promptMaker({
    system: {
      whole: systemText(systemPrompt, note, summary),
      bare: systemText(systemPrompt, note, null),
    },
    turns: earlier,
    shown: shownTurns(earlier, state, policy),
    watermark: state.watermark,
    show: (shown) => labels.label(shown.user, saidOf(shown)),
    showNew: (text) =>
      turn ? labels.label(withText(turn, turnId, text).user, saidOf(turn)) : text,
    recalled: recalledText(excerpts, timeZone),
    meter,
  });
  return {
    status: await statusOfTurn(),
    text: turn ? textOf(turn, turnId) : "",
    ...(replay !== undefined && { replay }),
    turns,
    get system() {
      return prompts.system;
    },
    get report() {
      return prompts.report;
    },
    messages: (text) => prompts.messages(text),
    prompt: (text) => prompts.prompt(text),
    shorten: (refused) => prompts.shorten(refused),
    async amend(change, wait) {
      checkText("text", change.text);
      if (change.assistant !== undefined) checkText("assistant", change.assistant);
      const edit = { chat, turnId, editId, epoch, store, emit, ...wait };
      const result = await amendTurn(turn, change, edit);
      if (turn && recall && result.status === "amended")
        // The edit itself is done: who hears of a failure is whoever listens to events.
        await followTurn(chat, turn.seq, { store, recall, ...wait }).catch(() => {});
      return result;
    },
  };
}
