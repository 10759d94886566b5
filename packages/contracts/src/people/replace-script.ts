/** Writes a field that is still as it was read. */
export const replaceScript = `if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** Writes it in a process that keeps people in a file; the same as the script. */
export function replaceTwin(
  call: {
    hget(key: string, field: string): string | null;
    hset(key: string, field: string, value: string): number;
  },
  [key = ""]: readonly string[],
  [field = "", before = "", after = ""]: readonly (string | number)[],
): number {
  if (call.hget(key, String(field)) !== before) return 0;
  call.hset(key, String(field), String(after));
  return 1;
}
