import type { Finding } from "./finding.ts";

/** Writes what was found for a terminal, and what to do below it. */
export const reportLines = (findings: readonly Finding[]): string =>
  findings
    .flatMap(({ name, state, found, remedy }) => [
      `${state.padEnd(8)} ${name}: ${found}`,
      ...(remedy ? [`${" ".repeat(9)}→ ${remedy}`] : []),
    ])
    .join("\n");

/** Whether nothing is ill, and nothing was. */
export const isWell = (findings: readonly Finding[]): boolean =>
  findings.every(({ state }) => state !== "ill" && state !== "mended");
