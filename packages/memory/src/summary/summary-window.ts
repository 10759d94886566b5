/**
 * Says how many ms are left until summaries may be made; 0 = now. Windows begin at whole multiples of `windowMs` of the
 * clock, so that all processes mean the same moment without speaking to each other, and are open for their first tenth.
 */
export function untilWindowMs(nowMs: number, windowMs: number): number {
  if (windowMs === 0) return 0;
  const passedMs = nowMs % windowMs;
  return passedMs < windowMs / 10 ? 0 : windowMs - passedMs;
}
