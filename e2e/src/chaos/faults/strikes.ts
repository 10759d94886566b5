import { setTimeout as pause } from "node:timers/promises";
import { type App, apps, type FaultKind } from "../fault-kinds.ts";
import * as airtable from "./airtable.ts";
import * as engine from "./engine.ts";
import * as model from "./model.ts";
import * as redis from "./redis.ts";
import type { Strike } from "./strike.ts";
import * as telegram from "./telegram.ts";

const kills =
  (app: App): Strike =>
  (world, { which, lastsMs }) =>
    world.crew.kill(app, which, { forMs: lastsMs });
const freezes =
  (app: App): Strike =>
  (world, { which, lastsMs }) =>
    world.crew.freeze(app, which, { forMs: lastsMs });

/** The clock of our processes jumps, and jumps back. */
const steps =
  (seconds: number): Strike =>
  async ({ clock }, { lastsMs }) => {
    await clock?.set(seconds);
    await pause(lastsMs);
    await clock?.set(0);
  };

/** How each kind of fault is done. */
export const strikes: ReadonlyMap<FaultKind, Strike> = new Map<FaultKind, Strike>([
  ...apps.map((app) => [`${app}: killed`, kills(app)] as const),
  ...apps.map((app) => [`${app}: frozen`, freezes(app)] as const),
  ["Redis: killed", redis.killed],
  ["Redis: power lost", redis.powerLost],
  ["Redis: frozen", redis.frozen],
  ["Redis: memory full", redis.full],
  ["Redis: read only", redis.readOnly],
  ["engine: killed", engine.killed],
  ["engine: database restarted", engine.databaseRestarted],
  ["Telegram: connections cut", telegram.cut],
  ["Telegram: away", telegram.away],
  ["Telegram: silent", telegram.silent],
  ["Telegram: flood waits", telegram.floodWaits],
  ["Telegram: answers lost", telegram.answersLost],
  ["Telegram: errors", telegram.errors],
  ["Telegram: updates lost", telegram.updatesLost],
  ["Telegram: updates twice and backwards", telegram.updatesTwice],
  ["Telegram: updates late and unreadable", telegram.updatesLate],
  ["model: 429", model.limited],
  ["model: 503", model.down],
  ["model: hangs", model.hangs],
  ["model: slow", model.slow],
  ["model: wrong key", model.wrongKey],
  ["model: no credit", model.noCredit],
  ["model: cut off", model.cutOff],
  ["Airtable: 429", airtable.limited],
  ["Airtable: hangs", airtable.hangs],
  ["Airtable: 503", airtable.down],
  ["Airtable: answers lost", airtable.answersLost],
  ["clock: forth", steps(90)],
  ["clock: back", steps(-90)],
]);
