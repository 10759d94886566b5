import { randomNumbers } from "../queue-chaos/random.ts";
import { type FaultKind, faultKinds } from "./fault-kinds.ts";

/** How much happens, and which of all the ways in which it can. */
export interface PlanOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly messages: number;
  readonly people: number;
  /** Only faults of these things, such as `Redis` or `model`. @default all */
  readonly only?: readonly string[];
}

/** A chat, with who writes in it. The first of a group administrates it. */
export interface ChatPlan {
  readonly id: string;
  readonly writers: readonly string[];
}

/** What somebody does in a chat. `index` counts its messages from 1; an edit is of the newest one. */
export interface Act {
  readonly atMs: number;
  readonly kind: "say" | "edit" | "forget";
  readonly chat: string;
  readonly writer: string;
  readonly index: number;
}

/** A fault that begins `atMs` after the start and lasts `lastsMs`. `which`, from 0 up to 1, picks among what it can hit. */
export interface PlannedFault {
  readonly atMs: number;
  readonly kind: FaultKind;
  readonly lastsMs: number;
  readonly which: number;
}

export interface Plan {
  readonly chats: readonly ChatPlan[];
  readonly acts: readonly Act[];
  readonly faults: readonly PlannedFault[];
}

const peopleInGroup = 6;
const [mostInGroups, shareInBursts, editShare, forgetShare] = [0.15, 0.3, 0.04, 0.01];
/** Telegram takes twenty messages a minute for a group: of more, answers would wait longer than the run lasts. */
const mostInGroupAMinute = 10;

/** Makes a plan that depends on the options alone, so that a run can be had again. */
export function planOf(options: PlanOptions): Plan {
  const random = randomNumbers(options.seed);
  // The first numbers of neighbouring seeds are alike.
  for (let skipped = 0; skipped < 20; skipped++) random();
  const chats = chatsOf(options);
  return { chats, acts: actsOf(options, chats, random), faults: faultsOf(options, random) };
}

function chatsOf({ people }: PlanOptions): ChatPlan[] {
  const everybody = Array.from({ length: people }, (_, index) => String(1_001 + index));
  const groups = Array.from({ length: Math.max(1, Math.floor(people / 16)) }, (_, index) => ({
    id: String(-5_001 - index),
    writers: Array.from(
      { length: peopleInGroup },
      (__, member) => everybody[(index * peopleInGroup + member) % people] ?? "",
    ),
  }));
  return [...everybody.map((id) => ({ id, writers: [id] })), ...groups];
}

type Random = () => number;
const pick = <T>(from: readonly T[], random: Random): T | undefined =>
  from[Math.floor(random() * from.length)];

function actsOf(
  { minutes, messages, people }: PlanOptions,
  chats: readonly ChatPlan[],
  random: Random,
): Act[] {
  // The last tenth is left for what waits by then.
  const spanMs = minutes * 54_000;
  const bursts = Array.from({ length: Math.ceil(minutes * 2) }, () => random() * spanMs);
  const times = Array.from({ length: messages }, () => {
    const burst = random() < shareInBursts ? pick(bursts, random) : undefined;
    return burst === undefined ? random() * spanMs : Math.min(spanMs, burst + random() * 1_000);
  });
  const groups = chats.length - people;
  const shareInGroups = Math.min(
    mostInGroups,
    (groups * minutes * mostInGroupAMinute) / Math.max(1, messages),
  );
  const said = new Map<string, number>();
  const acts: Act[] = [];
  for (const atMs of times.toSorted((a, b) => a - b)) {
    const [from, to] = random() < shareInGroups ? [people, chats.length] : [0, people];
    const { id: chat, writers } = pick(chats.slice(from, to), random) ?? { id: "", writers: [] };
    const index = (said.get(chat) ?? 0) + 1;
    said.set(chat, index);
    const writer = pick(writers, random) ?? "";
    acts.push({ atMs, kind: "say", chat, writer, index });
    const chance = random();
    if (chance < editShare) acts.push({ atMs: atMs + 1, kind: "edit", chat, writer, index });
    else if (chance < editShare + forgetShare)
      acts.push({ atMs: atMs + 1, kind: "forget", chat, writer: writers[0] ?? "", index });
  }
  return acts;
}

const [leastGapMs, mostGapMs] = [2_000, 8_000];

/** Every kind comes once before any comes again; two faults of one thing never overlap. */
function faultsOf({ minutes, only }: PlanOptions, random: Random): PlannedFault[] {
  const kinds = [...faultKinds.keys()].filter((kind) => only?.includes(thingOf(kind)) ?? true);
  const endMs = minutes * 60_000;
  const freeAtMs = new Map<string, number>();
  const faults: PlannedFault[] = [];
  let bag: FaultKind[] = [];
  for (let atMs = 3_000; atMs < endMs; atMs += leastGapMs + random() * (mostGapMs - leastGapMs)) {
    if (bag.length === 0) bag = [...kinds];
    const now = atMs;
    const free = bag.filter((kind) => (freeAtMs.get(thingOf(kind)) ?? 0) <= now);
    const kind = pick(free, random);
    if (kind === undefined) continue;
    bag.splice(bag.indexOf(kind), 1);
    const [least, most] = faultKinds.get(kind)?.lastsMs ?? [0, 0];
    const lastsMs = Math.round(least + random() * (most - least));
    const which = random();
    if (atMs + lastsMs > endMs) continue;
    faults.push({ atMs: Math.round(atMs), kind, lastsMs, which });
    freeAtMs.set(thingOf(kind), atMs + lastsMs + 1_000);
  }
  return faults;
}

const thingOf = (kind: FaultKind) => faultKinds.get(kind)?.thing ?? kind;
