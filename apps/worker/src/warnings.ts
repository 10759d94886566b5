import type { Logger } from "@tgmem/service";

/** Warns of each kind of trouble when it begins, and at most once an hour while it goes on. */
export type Warn = (kind: string, fields: Readonly<Record<string, unknown>>, what: string) => void;

const everyMs = 3_600_000;

/** Makes it for one log. What is not said at the level of warnings is said at that of debugging, and counted. */
export function createWarnings(
  logger: Pick<Logger, "warn" | "debug">,
  { now = Date.now }: { readonly now?: () => number } = {},
): Warn {
  const kinds = new Map<string, { readonly saidAtMs: number; unsaid: number }>();
  return (kind, fields, what) => {
    const known = kinds.get(kind);
    if (known && now() - known.saidAtMs < everyMs) {
      known.unsaid++;
      logger.debug(fields, what);
      return;
    }
    kinds.set(kind, { saidAtMs: now(), unsaid: 0 });
    logger.warn(known?.unsaid ? { ...fields, timesSince: known.unsaid } : fields, what);
  };
}
