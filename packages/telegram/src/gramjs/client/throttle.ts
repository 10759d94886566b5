/**
 * Passes a message on once a minute, whatever numbers it holds: while the network is down, the client says every second
 * that another attempt has failed.
 */
export function throttle(
  report: (message: string) => void,
  { everyMs = 60_000, now = Date.now }: { everyMs?: number; now?: () => number } = {},
): (message: string) => void {
  const reportedAt = new Map<string, number>();
  return (message) => {
    const kind = message.replaceAll(/\d+/g, "#");
    const time = now();
    for (const [key, at] of reportedAt) if (time - at >= everyMs) reportedAt.delete(key);
    if (reportedAt.has(kind)) return;
    reportedAt.set(kind, time);
    report(message);
  };
}
