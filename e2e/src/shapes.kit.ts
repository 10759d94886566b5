import type { Bot } from "./bot.kit.ts";
import { openFourApps } from "./four-apps.kit.ts";
import { openOneProcess } from "./one-process.kit.ts";

/** A way in which the bot can be started. */
export interface Shape {
  readonly name: "four apps" | "one process";
  /** Makes a bot that is not started yet. `people` are those who may talk to it, and their groups. */
  readonly open: (people: readonly string[]) => Promise<Bot>;
}

/** Every test of what the bot does is one of each of these. */
export const shapes: readonly Shape[] = [
  { name: "four apps", open: openFourApps },
  { name: "one process", open: openOneProcess },
];
