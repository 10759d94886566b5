import { type Html, html } from "./html.ts";

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
] as const;

/** Says a time in its largest unit: `42 s`, `3 min`, `5 h`, `2 d`. */
export function duration(ms: number): string {
  for (const [unit, unitMs] of units) if (ms >= unitMs) return `${Math.floor(ms / unitMs)} ${unit}`;
  return `${Math.max(0, Math.floor(ms / 1_000))} s`;
}

/** Says how long ago a moment was; the moment itself shows when pointed at. */
export function ago(atMs: number, nowMs: number): Html {
  const moment = new Date(atMs).toISOString();
  const shown = `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`;
  return html`<time datetime="${moment}" title="${shown}">${duration(nowMs - atMs)} ago</time>`;
}

/** Writes US dollars, with as many digits as a small price needs. */
export const dollars = (cost: number): string =>
  `$${cost.toFixed(cost === 0 || cost >= 1 ? 2 : 4)}`;
