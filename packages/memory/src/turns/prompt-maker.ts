import type { Turn } from "../turn.ts";
import type { ChatMessage, PromptReport, Prompts } from "../prompts.ts";
import { checkCount } from "../protocol/limits.ts";
import type { TokenMeter } from "../tokens/token-meter.ts";
import { withRecalled } from "./recalled-text.ts";
import { type Contents, type Fit, fitPrompt } from "./fit-prompt.ts";

export interface PromptOptions {
  /** The system text with the summary and without it. */
  readonly system: { readonly whole: string; readonly bare: string };
  /** The turns that the store keeps, whether they are shown or not. */
  readonly turns: readonly Turn[];
  /** Those that may be shown, in this order. */
  readonly shown: readonly Turn[];
  readonly watermark: number;
  /** Gives a turn as it is shown. */
  readonly show: (turn: Turn) => string;
  /** Gives the new message as it is shown. */
  readonly showNew: (text: string) => string;
  /** What is quoted of what was said long ago; empty when nothing is. */
  readonly recalled: string;
  readonly meter: TokenMeter;
}

/** Makes prompts, and tells the meter what the model found in the last one. */
export interface PromptMaker extends Prompts {
  /** Takes in how many tokens the model found in the last prompt. */
  reported(input: number): void;
}

/** How much less the next prompt has after a refusal: a few refusals are cheaper than a history cut to nothing. */
const shorterBy = 0.7;

interface Made {
  readonly text: string;
  readonly fit: Fit;
  readonly limitTokens: number;
}

const noneDropped: ReadonlySet<number> = new Set();

export function promptMaker(options: PromptOptions): PromptMaker {
  const { system, turns, shown, watermark, show, showNew, recalled } = options;
  const meter = options.meter.forTurn();
  const lines = shown.map((turn) => ({ turn, user: show(turn), assistant: turn.assistant }));
  const units = lines.reduce((sum, line) => sum + line.user.length + line.assistant.length, 0);
  const hasSummary = system.whole !== system.bare;
  const isCovered = ({ seq }: Turn) => seq <= watermark;
  let ownLimit = Number.POSITIVE_INFINITY;
  let last: Made | null = null;

  function contents(text: string): Contents {
    const bare = system.bare === "" ? 0 : meter.count(system.bare);
    const message = meter.count(text);
    return {
      system: bare,
      message,
      summary: hasSummary ? Math.max(0, meter.count(system.whole) - bare) : 0,
      recalled: Math.max(0, meter.count(withRecalled(recalled, text)) - message),
      turns: lines.map(({ turn, user, assistant }) => ({
        seq: turn.seq,
        tokens: meter.count(user) + meter.count(assistant),
        covered: isCovered(turn),
      })),
    };
  }

  function make(text: string): Made {
    const message = showNew(text);
    const limitTokens = Math.min(meter.limitTokens, ownLimit);
    const all = units + system.whole.length + withRecalled(recalled, message).length;
    const fit = meter.surelyFits(2 * lines.length + 2, all, limitTokens)
      ? { tokens: 0, summary: hasSummary, recalled: recalled !== "", dropped: noneDropped }
      : fitPrompt(contents(message), limitTokens);
    return { text, fit, limitTokens };
  }

  const systemOf = ({ fit }: Made) => (fit.summary ? system.whole : system.bare);
  const newMessage = ({ text, fit }: Made) =>
    withRecalled(fit.recalled ? recalled : "", showNew(text));
  const kept = ({ fit }: Made) => lines.filter(({ turn }) => !fit.dropped.has(turn.seq));
  const messagesOf = (made: Made): ChatMessage[] => [
    ...kept(made).flatMap(({ user, assistant }): ChatMessage[] => [
      { role: "user", content: user },
      { role: "assistant", content: assistant },
    ]),
    { role: "user", content: newMessage(made) },
  ];

  function reportOf(made: Made): PromptReport {
    const found = contents(showNew(made.text));
    const { system: systemTokens, message: messageTokens, summary, recalled: quoted } = found;
    const keeps = found.turns.filter(({ seq }) => !made.fit.dropped.has(seq));
    const summaryTokens = made.fit.summary ? summary : 0;
    const recalledTokens = made.fit.recalled ? quoted : 0;
    const turnTokens = keeps.reduce((sum, { tokens }) => sum + tokens, 0);
    const shownSeqs = new Set(shown.map(({ seq }) => seq));
    return {
      tokens: systemTokens + summaryTokens + turnTokens + recalledTokens + messageTokens,
      limitTokens: made.limitTokens,
      systemTokens,
      summaryTokens,
      recalledTokens,
      messageTokens,
      recalled: made.fit.recalled ? "kept" : recalled === "" ? "none" : "dropped",
      summary: made.fit.summary ? "kept" : hasSummary ? "dropped" : "none",
      kept: keeps.map(({ seq, tokens }) => ({ seq, tokens })),
      dropped: turns
        .filter(({ seq, undone }) => !undone && (!shownSeqs.has(seq) || made.fit.dropped.has(seq)))
        .map((turn) => ({
          seq: turn.seq,
          covered: isCovered(turn),
          why: shownSeqs.has(turn.seq) ? "limit" : "window",
        })),
    };
  }

  return {
    get system() {
      return last ? systemOf(last) : system.whole;
    },
    messages(text) {
      last = make(text);
      return messagesOf(last);
    },
    prompt(text) {
      last = make(text);
      const content = systemOf(last);
      const messages = messagesOf(last);
      return content === "" ? messages : [{ role: "system", content }, ...messages];
    },
    get report() {
      return reportOf(last ?? make(""));
    },
    shorten({ limitTokens = Number.POSITIVE_INFINITY } = {}) {
      if (limitTokens !== Number.POSITIVE_INFINITY) checkCount("limitTokens", limitTokens);
      const made = last ?? make("");
      if (kept(made).length === 0 && !made.fit.summary && !made.fit.recalled) return false;
      ownLimit = Math.floor(Math.min(shorterBy * reportOf(made).tokens, limitTokens));
      meter.refused(ownLimit);
      last = make(made.text);
      return true;
    },
    reported(input) {
      if (!last) return;
      const messages = messagesOf(last).map(({ content }) => content);
      const content = systemOf(last);
      meter.reported(input, content === "" ? messages : [content, ...messages]);
    },
  };
}
