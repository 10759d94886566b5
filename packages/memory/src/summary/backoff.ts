/**
 * Says how many ms to wait after the failure number `failures` (from 1): `baseMs`, doubled each time, up to `maxMs`. Half of
 * it is random, so that what failed together does not come back together.
 */
export function backoffMs(
  failures: number,
  { baseMs, maxMs }: { readonly baseMs: number; readonly maxMs: number },
): number {
  return Math.round(Math.min(maxMs, baseMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2));
}
