import { outageWords } from "@tgmem/service";
import type { Status } from "../status/read-status.ts";
import { counted } from "../counted.ts";
import { duration } from "./views/figures.ts";

/** Something that an operator should look at, and the page where that is done. */
export interface Trouble {
  readonly words: string;
  readonly href: string;
}

/** A list whose oldest job might have run so long ago does not move. */
const stuckMs = 60_000;

/** Names what is not as it should be, the most pressing first. Empty means that all is well. */
export function troublesOf({ lists, processes, missing, storage }: Status): readonly Trouble[] {
  const outages = new Map(
    processes.flatMap(({ outages: current }) =>
      current.map((outage) => [outage.kind, outageWords(outage)] as const),
    ),
  );
  const ill = processes.filter(
    ({ state, outages: { length } }) => state !== "ready" && length === 0,
  );
  return [
    ...[...outages.values()].map((words) => ({ words, href: "/processes" })),
    ...missing.map((name) => ({
      words: `No ${name} is running`,
      href: "/processes",
    })),
    ...ill.map(({ name, state }) => ({
      words: `A ${name} is ${state === "silent" ? "silent" : "not ready"}`,
      href: "/processes",
    })),
    ...(storage.trouble === undefined ? [] : [{ words: storage.trouble, href: "/" }]),
    ...lists.flatMap(({ name, isPaused, oldestMs }) => {
      if (isPaused) return [{ words: `The list ${name} is paused`, href: "/" }];
      if (oldestMs < stuckMs) return [];
      return [{ words: `The oldest job on ${name} waits for ${duration(oldestMs)}`, href: "/" }];
    }),
    ...lists.flatMap(({ name, deadLetters }) =>
      deadLetters > 0
        ? [{ words: `${counted(deadLetters, "dead letter")} on ${name}`, href: `/dead/${name}` }]
        : [],
    ),
  ];
}
