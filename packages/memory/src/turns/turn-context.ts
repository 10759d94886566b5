import type { Emit } from "../events.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { WindowStore } from "../store.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import type { Labeler } from "./label.ts";
import type { TokenMeter } from "../tokens/token-meter.ts";

/** What all turns of a memory share. */
export interface TurnContext {
  readonly store: WindowStore;
  readonly policy: CheckedPolicy;
  /** Begins the prompts that bring no system prompt of their own. */
  readonly systemPrompt: string;
  readonly meter: TokenMeter;
  /** Tells in the prompt when something was said, and by whom. */
  readonly labels: Labeler;
  /** The zone of the days of what was said long ago. */
  readonly timeZone: string | undefined;
  /** Finds what was said long ago, and is told what becomes of it. */
  readonly recall: RecallIndex | null;
  readonly emit: Emit;
}
