import type { Behaviour } from "./behaviour.ts";
import { answers } from "./modes/answers.ts";
import { refusals } from "./modes/refusals.ts";
import { trouble } from "./modes/trouble.ts";

/** What providers and the servers before them were seen to answer, good and bad, by name. */
export const modes: Readonly<Record<string, Behaviour>> = { ...answers, ...trouble, ...refusals };
