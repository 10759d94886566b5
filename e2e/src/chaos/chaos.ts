import { setTimeout as pause } from "node:timers/promises";
import { strikes } from "./faults/strikes.ts";
import { type Plan, type PlannedFault, planOf, type PlanOptions } from "./plan.ts";
import { lookForObedience, repliesIn, type Said, talk } from "./talk.ts";
import type { OwnEnd } from "./crew.ts";
import { type AnswersVerdict, judgeAnswers } from "./verdict/answers.ts";
import { type Growth, growthOf } from "./verdict/growth.ts";
import { isBehind, judgeMemory, remembered } from "./verdict/memory.ts";
import { judgeRemains, type RemainsVerdict } from "./verdict/remains.ts";
import { newMark } from "./words.ts";
import { createWorld, type World } from "./world.ts";

export interface ChaosOptions extends PlanOptions {
  /** Ends the talking and the faults; what was said until then is waited for and judged. */
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

/** What was done, and what was found. */
export interface Outcome
  extends Omit<AnswersVerdict, "findings">, Omit<RemainsVerdict, "findings"> {
  readonly messages: number;
  readonly edits: number;
  readonly forgets: number;
  /** How often each kind of fault was there. */
  readonly faults: ReadonlyMap<string, number>;
  /** Chats that remember in the end something else than was said. */
  readonly wrongAtEnd: number;
  /** Processes that ended by themselves, and for good: with a code that says that a start does not help. */
  readonly gaveUp: number;
  readonly ends: readonly OwnEnd[];
  readonly growth: readonly Growth[];
  /** From the last word until everything was done, in s. */
  readonly drainedInS: number;
  readonly findings: readonly string[];
  /** What each process has printed, for whoever looks for the cause of a finding. */
  readonly logs: readonly string[];
}

/**
 * Nothing comes any more when nothing has come for so long. A summary that failed several times waits for minutes until it is tried again,
 * and a group is written to 20 times a minute, however much waits for it.
 */
const stuckMs = 600_000;

/** Lets people talk to a bot of which everything breaks, waits until all is done, and judges what is there then. */
export async function chaos({ signal, onProgress, ...options }: ChaosOptions): Promise<Outcome> {
  const mark = newMark();
  const plan = planOf(options);
  onProgress("starting everything");
  const world = await createWorld();
  try {
    if (!world.clock) onProgress("no libfaketime (Debian: faketime): the clock does not step");
    const faults = new Map<string, number>();
    const [said] = await Promise.all([
      talk(world, mark, { ...plan, signal }),
      breakThings(world, plan, { faults, signal, onProgress }),
    ]);
    onProgress("all is said and mended: waiting for the rest");
    const drainedInS = await drain(world, said, { signal, onProgress });
    const found = await judge(world, said, mark);
    return { ...found, faults, drainedInS, logs: world.crew.outputs() };
  } finally {
    await world.close();
  }
}

async function breakThings(
  world: World,
  plan: Plan,
  {
    faults,
    signal,
    onProgress,
  }: { faults: Map<string, number> } & Pick<ChaosOptions, "signal" | "onProgress">,
): Promise<void> {
  const begun = performance.now();
  const under: Promise<void>[] = [];
  for (const fault of plan.faults) {
    await pause(Math.max(0, fault.atMs - (performance.now() - begun)), undefined, {
      signal,
    }).catch(() => {});
    if (signal.aborted) break;
    if (fault.kind.startsWith("clock") && !world.clock) continue;
    onProgress(describe(fault));
    faults.set(fault.kind, (faults.get(fault.kind) ?? 0) + 1);
    const strike = strikes.get(fault.kind);
    if (strike) under.push(strike(world, fault));
  }
  await Promise.all(under);
}

const describe = ({ atMs, kind, lastsMs }: PlannedFault) =>
  `${(atMs / 1_000).toFixed(0).padStart(5)} s  ${kind}${lastsMs > 100 ? ` for ${(lastsMs / 1_000).toFixed(1)} s` : ""}`;

/** Waits until nothing is left to do, or nothing goes on, and gives how long it took, in s. What is not done then is in the verdict. */
async function drain(
  world: World,
  said: ReadonlyMap<string, Said>,
  { signal, onProgress }: Pick<ChaosOptions, "signal" | "onProgress">,
): Promise<number> {
  const begun = performance.now();
  // Who has ended the talk waits for the rest; who ends that has seen enough.
  const wasEnded = signal.aborted;
  const passed = () => performance.now() - begun;
  let told = 0;
  let [before, changedAt] = ["", 0];
  for (;;) {
    lookForObedience(world, said);
    const left = await workLeft(world, said);
    if (left !== before) [before, changedAt] = [left, passed()];
    const isEnded = (signal.aborted && !wasEnded) || passed() - changedAt > stuckMs;
    if (left === "" || isEnded) return Math.round(passed() / 1_000);
    if (passed() - told > 10_000) {
      told = passed();
      onProgress(`${(told / 1_000).toFixed(0).padStart(5)} s  ${left}`);
    }
    await pause(500);
  }
}

async function workLeft(world: World, said: ReadonlyMap<string, Said>): Promise<string> {
  const left: string[] = [];
  for (const [name, list] of Object.entries(world.lists)) {
    const { depth } = await list.stats();
    if (depth > 0) left.push(`${depth} on ${name}`);
  }
  let [unanswered, behind] = [0, 0];
  for (const each of said.values()) {
    const { lost, disobeyed } = judgeAnswers(each, repliesIn(world, each.chat.id));
    unanswered += lost + disobeyed;
    if (left.length === 0 && isBehind(await remembered(world, each.chat.id))) behind++;
  }
  if (unanswered > 0) left.push(`${unanswered} not answered`);
  if (behind > 0) left.push(`${behind} chats wait for a summary`);
  return left.join(", ");
}

const inAnswers = [
  "erased",
  "lost",
  "doubled",
  "outOfOrder",
  "wrongMemory",
  "unexpected",
  "disobeyed",
] as const;

async function judge(
  world: World,
  said: ReadonlyMap<string, Said>,
  mark: string,
): Promise<Omit<Outcome, "faults" | "drainedInS" | "logs">> {
  const findings: string[] = [];
  const sums = {
    erased: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    wrongMemory: 0,
    unexpected: 0,
    disobeyed: 0,
  };
  let [wrongAtEnd, messages, edits, forgets] = [0, 0, 0, 0];
  for (const each of said.values()) {
    const replies = repliesIn(world, each.chat.id);
    const { findings: found, ...numbers } = judgeAnswers(each, replies);
    for (const name of inAnswers) sums[name] += numbers[name];
    const wrong = judgeMemory(each, await remembered(world, each.chat.id), replies);
    if (wrong.length > 0) wrongAtEnd++;
    findings.push(...found, ...wrong.map((what) => `${each.chat.id}: ${what}`));
    messages += each.messages;
    edits += each.edited.size;
    forgets += each.forgets.length;
  }
  const { ends, samples } = world.crew;
  const remains = await judgeRemains(world, said, mark);
  const gaveUp = ends.filter(({ code }) => code === 2 || code === 3).length;
  return {
    ...sums,
    ...remains,
    wrongAtEnd,
    messages,
    edits,
    forgets,
    gaveUp,
    ends: [...ends],
    growth: growthOf(samples),
    findings: [...findings, ...remains.findings],
  };
}
