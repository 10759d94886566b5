/**
 * Everything that goes wrong; the words stand in the table of what was done. A quota of Airtable that is used up is not there:
 * the bot looks once an hour whether it still is, which no run is long enough for.
 */
export type FaultKind =
  | `${App}: ${"killed" | "frozen"}`
  | `Redis: ${"killed" | "power lost" | "frozen" | "memory full" | "read only"}`
  | `engine: ${"killed" | "database restarted"}`
  | `Telegram: ${"connections cut" | "away" | "silent" | "flood waits" | "answers lost" | "errors" | "updates lost" | "updates twice and backwards" | "updates late and unreadable"}`
  | `model: ${"429" | "503" | "hangs" | "slow" | "wrong key" | "no credit" | "cut off"}`
  | `Airtable: ${"429" | "hangs" | "503" | "answers lost"}`
  | `clock: ${"forth" | "back"}`;

export type App = (typeof apps)[number];
export const apps = ["receiver", "consumer", "worker", "sender"] as const;

interface KindOptions {
  /** What it hits: one at a time. */
  readonly thing: string;
  /** The least and the most that it lasts, in ms. */
  readonly lastsMs: readonly [least: number, most: number];
}

const kinds: readonly (readonly [FaultKind, least: number, most: number])[] = [
  ...apps.map((app) => [`${app}: killed`, 100, 4_000] as const),
  ...apps.map((app) => [`${app}: frozen`, 3_000, 25_000] as const),
  ["Redis: killed", 200, 5_000],
  ["Redis: power lost", 200, 5_000],
  ["Redis: frozen", 3_000, 15_000],
  ["Redis: memory full", 5_000, 20_000],
  ["Redis: read only", 5_000, 20_000],
  ["engine: killed", 500, 25_000],
  ["engine: database restarted", 500, 5_000],
  ["Telegram: connections cut", 100, 100],
  ["Telegram: away", 3_000, 20_000],
  ["Telegram: silent", 3_000, 20_000],
  ["Telegram: flood waits", 2_000, 6_000],
  ["Telegram: answers lost", 100, 100],
  ["Telegram: errors", 100, 100],
  ["Telegram: updates lost", 100, 100],
  ["Telegram: updates twice and backwards", 100, 100],
  ["Telegram: updates late and unreadable", 100, 100],
  ["model: 429", 5_000, 20_000],
  ["model: 503", 5_000, 20_000],
  ["model: hangs", 5_000, 20_000],
  ["model: slow", 5_000, 20_000],
  ["model: wrong key", 5_000, 20_000],
  ["model: no credit", 5_000, 20_000],
  ["model: cut off", 5_000, 20_000],
  ["Airtable: 429", 100, 100],
  ["Airtable: hangs", 5_000, 20_000],
  ["Airtable: 503", 5_000, 20_000],
  ["Airtable: answers lost", 5_000, 20_000],
  ["clock: forth", 10_000, 20_000],
  ["clock: back", 10_000, 20_000],
];

export const faultKinds: ReadonlyMap<FaultKind, KindOptions> = new Map(
  kinds.map(([kind, least, most]) => [
    kind,
    { thing: kind.slice(0, kind.indexOf(":")), lastsMs: [least, most] },
  ]),
);
