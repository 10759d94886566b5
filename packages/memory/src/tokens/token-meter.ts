import { estimateTokens, mostTokensPerUnit } from "./estimate-tokens.ts";

/** What a chat format adds to each message: its role, and where it begins and ends. */
const tokensPerMessage = 4;

/** The estimate is corrected within these bounds alone, because a report may leave out what came from a cache. */
const leastFactor = 0.7;
const mostFactor = 4;

/** How fast the correction follows a report: too low an estimate costs a refused prompt, too high a one a turn. */
const rise = 0.5;
const fall = 0.1;

/** How long a limit that a model named is believed: another model may answer by then. */
const believedMs = 3_600_000;

export interface TokenMeterOptions {
  /** Counts the tokens of a text; without it they are estimated. */
  readonly tokens: ((text: string) => number) | undefined;
  /** How many tokens a prompt may have. */
  readonly limitTokens: number;
  /** The time in ms since 1970. */
  readonly now: () => number;
}

/** Knows, as far as the model has shown it, how many tokens a prompt has and how many it may have. */
export interface TokenMeter {
  /** How many tokens a prompt may have: what the policy says, or less for an hour after the model refused one. */
  readonly limitTokens: number;
  /** Counts a message with this content, corrected by what was reported so far. */
  count(content: string): number;
  /** Whether messages of so many UTF-16 units together are surely within this limit, which is far cheaper to see. */
  surelyFits(messages: number, units: number, limitTokens: number): boolean;
  /** Takes in how many tokens the model found in these messages. */
  reported(input: number, contents: readonly string[]): void;
  /** Takes in that the model takes no more than so many tokens. */
  refused(limitTokens: number): void;
  /** The same meter for one turn, whose texts it counts once each: a prompt is counted again for its report. */
  forTurn(): TokenMeter;
}

function countingOnce(textTokens: (text: string) => number): (text: string) => number {
  const counted = new Map<string, number>();
  return (text) => {
    const known = counted.get(text);
    if (known !== undefined) return known;
    const count = textTokens(text);
    counted.set(text, count);
    return count;
  };
}

export function tokenMeter({ tokens, limitTokens, now }: TokenMeterOptions): TokenMeter {
  let factor = 1;
  let learned = { limit: limitTokens, untilMs: 0 };
  const limitNow = () => (now() < learned.untilMs ? learned.limit : limitTokens);

  function meterWith(textTokens: (text: string) => number): TokenMeter {
    const messageTokens = (content: string) => textTokens(content) + tokensPerMessage;
    return {
      get limitTokens() {
        return limitNow();
      },
      count: (content) => Math.ceil(factor * messageTokens(content)),
      surelyFits(messages, units, within) {
        if (tokens) return false;
        const most = mostTokensPerUnit * units + tokensPerMessage * messages;
        return factor * most + messages <= within;
      },
      reported(input, contents) {
        const counted = contents.reduce((sum, content) => sum + messageTokens(content), 0);
        if (!(input > 0 && counted > 0)) return;
        const seen = input / counted;
        factor += (seen > factor ? rise : fall) * (seen - factor);
        factor = Math.min(mostFactor, Math.max(leastFactor, factor));
      },
      refused(most) {
        const limit = Math.max(1, Math.min(limitNow(), Math.floor(most)));
        learned = { limit, untilMs: now() + believedMs };
      },
      forTurn: () => meterWith(countingOnce(textTokens)),
    };
  }
  return meterWith(tokens ?? estimateTokens);
}
