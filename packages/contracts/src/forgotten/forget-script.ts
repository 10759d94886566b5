/** Keeps the mark of a chat that was forgotten, also where the memory is full: a forget is what makes room. */
export const forgetScript = `#!lua flags=allow-oom
-- KEYS  1 the mark of the chat
-- ARGV  1 the mark   2 ms for which it is kept
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Keeps it in a process that has a file in the place of Redis; the same as the script. */
export function forgetTwin(
  call: { set(key: string, value: string, px: "PX", ms: number): unknown },
  [key = ""]: readonly string[],
  [mark = "", ms = 0]: readonly (string | number)[],
): number {
  call.set(key, String(mark), "PX", Number(ms));
  return 1;
}
