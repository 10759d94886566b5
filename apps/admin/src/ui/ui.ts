import type { Context } from "hono";
import type { System } from "../system/open-system.ts";

/** What every page is made with. */
export interface Ui {
  readonly system: System;
  /** The secret of our forms. */
  readonly form: string;
  readonly now: () => number;
}

const answerMs = 15_000;

/** Ends the work for a page when its reader has gone, or has waited long enough. */
export const patienceOf = (c: Context): { readonly signal: AbortSignal } => ({
  signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(answerMs)]),
});
