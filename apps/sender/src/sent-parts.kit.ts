import { keptMs, type SentParts } from "./sent-parts.ts";

/** Remembers in this process, as long as it lives. */
export function inMemorySentParts({ now = Date.now }: { now?: () => number } = {}): SentParts {
  const counts = new Map<string, { readonly count: number; readonly until: number }>();
  return {
    async sent(jobId) {
      const known = counts.get(jobId);
      return known && known.until > now() ? known.count : 0;
    },
    async record(jobId, count) {
      const time = now();
      // The oldest come first, because a record anew goes to the end.
      counts.delete(jobId);
      for (const [id, { until }] of counts) {
        if (until > time) break;
        counts.delete(id);
      }
      counts.set(jobId, { count, until: time + keptMs });
    },
  };
}
