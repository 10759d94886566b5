import { readProcesses } from "@tgmem/service";
import type { Kept } from "./kept.ts";

/** Rejects while a process of the bot is there. */
export async function mustNotRun(redis: Pick<Kept["redis"], "time" | "hgetall">): Promise<void> {
  const running = (await readProcesses(redis)).filter(({ state }) => state !== "silent");
  if (running.length === 0) return;
  const names = running.map(({ name, host }) => `${name} on ${host}`).join(", ");
  throw new Error(`The bot runs (${names}): stop it first. One that was killed counts for 20 s.`);
}
