import type { Logger } from "./logger.ts";

/** A failure of something that a process depends on. */
interface Trouble {
  /** Says in one sentence what is wrong, without any text of a person. */
  readonly what: string;
  /** Says what an operator may do, and names the variable to look at. */
  readonly remedy?: string | undefined;
  readonly err?: unknown;
  /**
   * How long it has to go on, without a success in between, to be an outage, in ms; 0 = what waiting does not help against.
   * @default 10_000
   */
  readonly afterMs?: number;
}

/** Says in one sentence what is wrong and what to do about it. */
export function outageWords({ what, remedy }: Pick<Outage, "what" | "remedy">): string {
  const words = what.charAt(0).toUpperCase() + what.slice(1).replace(/\.$/u, "");
  return `${words}${remedy === undefined ? "" : `: ${remedy}`}.`;
}

/** Something that a process depends on does not work. */
export interface Outage {
  readonly kind: string;
  readonly what: string;
  readonly remedy?: string | undefined;
  /** When it failed first, in ms since 1970. */
  readonly sinceMs: number;
}

/** What listeners hear of an outage: that it began, and that it is over. */
export type OutageEvent =
  | { readonly type: "began"; readonly outage: Outage }
  | { readonly type: "over"; readonly outage: Outage; readonly lastedMs: number };

/** The outages of one process: each is said once when it begins and once when it is over, and makes it not ready. */
export interface Outages {
  /** Takes in a failure. Whoever meets one reports it, however often. */
  failed(kind: string, trouble: Trouble): void;
  /** Takes in a success, which ends the trouble of that kind. */
  worked(kind: string): void;
  /** Names the outages of this moment, the oldest first. */
  readonly current: () => readonly Outage[];
  /** Hears of every outage; the returned function ends it. */
  listen(listener: (event: OutageEvent) => void): () => void;
}

const usualAfterMs = 10_000;

/** Makes the outages of a process with this log. What is not said at the level of errors is said at that of debugging. */
export function createOutages(
  logger: Pick<Logger, "error" | "info" | "debug">,
  { now = Date.now }: { readonly now?: () => number } = {},
): Outages {
  const troubles = new Map<string, { outage: Outage; began: boolean }>();
  const listeners = new Set<(event: OutageEvent) => void>();
  const tell = (event: OutageEvent) => listeners.forEach((listener) => listener(event));

  return {
    failed(kind, { what, remedy, err, afterMs = usualAfterMs }) {
      const known = troubles.get(kind);
      const sinceMs = known?.outage.sinceMs ?? now();
      const outage = { kind, what, remedy, sinceMs };
      const isLong = now() - sinceMs >= afterMs;
      const began = known?.began === true || isLong;
      troubles.set(kind, { outage, began });
      const fields = { outage: kind, remedy, err };
      if (!began || known?.began) return logger.debug(fields, what);
      logger.error(fields, what);
      return tell({ type: "began", outage });
    },
    worked(kind) {
      const known = troubles.get(kind);
      if (!known) return;
      troubles.delete(kind);
      if (!known.began) return;
      const { outage } = known;
      const lastedMs = now() - outage.sinceMs;
      logger.info({ outage: kind, lastedMs }, `over: ${outage.what}`);
      tell({ type: "over", outage, lastedMs });
    },
    current: () => [...troubles.values()].flatMap(({ outage, began }) => (began ? [outage] : [])),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
