import type { Finding } from "./finding.ts";

/** Leases, times of messages and costs by day go by several clocks. */
const farMs = 2_000;

/** When a question was asked and answered, by the clock of this machine. */
export interface Asked {
  readonly beforeMs: number;
  readonly afterMs: number;
}

export interface Clock {
  /** Whose it is, in a sentence: `Redis`, `the engine`. */
  readonly of: string;
  readonly theirsMs: number;
  readonly asked: Asked;
  /** How exactly they tell the time. @default 0 */
  readonly exactToMs?: number;
}

/** Compares the clock of somebody else with that of this machine. */
export function clockFinding({ of, theirsMs, asked, exactToMs = 0 }: Clock): Finding {
  const { beforeMs, afterMs } = asked;
  const apartMs = Math.round(theirsMs - (beforeMs + afterMs) / 2);
  if (Math.abs(apartMs) < farMs + exactToMs + (afterMs - beforeMs) / 2)
    return { name: "clock", state: "ok", found: `that of ${of} and of this machine are one` };
  const direction = apartMs > 0 ? "ahead of" : "behind";
  return {
    name: "clock",
    state: "ill",
    found: `that of ${of} is ${Math.abs(apartMs)} ms ${direction} this machine`,
    remedy: "Let both follow a time server (NTP): ages and days are counted by them.",
  };
}

/** Compares the clock of whoever gave this answer, if it says when it did. */
export function clockOfAnswer(
  of: string,
  headers: Pick<Headers, "get">,
  asked: Asked,
): readonly Finding[] {
  const theirsMs = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(theirsMs)) return [];
  // It is told in whole seconds, and was later than that by half of one on average.
  return [clockFinding({ of, theirsMs: theirsMs + 500, asked, exactToMs: 500 })];
}
