/**
 * Says how many ms are left until summaries may be made; 0 = now. Windows begin at whole multiples of `windowMs` of the
 * clock, so that all processes mean the same moment without speaking to each other, and are open for their first tenth. Who
 * has waited since before that moment is let in at any time: more may have waited than a tenth is enough for.
 */
export function untilWindowMs(nowMs: number, windowMs: number, sinceMs = nowMs): number {
  if (windowMs === 0) return 0;
  const passedMs = nowMs % windowMs;
  const isLate = sinceMs < nowMs - passedMs;
  return isLate || passedMs < windowMs / 10 ? 0 : windowMs - passedMs;
}
