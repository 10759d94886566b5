import type { Emit } from "../events.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { WindowStore } from "../store.ts";
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
  readonly emit: Emit;
}
