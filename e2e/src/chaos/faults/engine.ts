import { setTimeout as pause } from "node:timers/promises";
import type { Strike } from "./strike.ts";

export const killed: Strike = async ({ engine }, { lastsMs }) => {
  await engine.kill();
  await pause(lastsMs);
  await engine.boot();
};

/** The engine may end by that, and is started again then, as its container is. */
export const databaseRestarted: Strike = async ({ postgres, engine }, { lastsMs }) => {
  await postgres.restart();
  await pause(lastsMs);
  await engine.kill();
  await engine.boot();
};
