/** What was begun is known for a day, as long as an answer is tried. */
export const shownMs = 86_400_000;
/** Where an apology has taken the place, the answer may come as long as its dead letter is kept: not in that place. */
export const replacedMs = 31 * 86_400_000;
/** No partial text is on its way for longer than this when its answer is sent. */
const overMs = 600_000;

/** Notes that a message for a partial text is going to be sent; replies with its number as far as it is known, nil where the answer is sent. */
export const beginScript = `
local found = redis.call('HMGET', KEYS[1], 'over', 'message')
if found[1] then return nil end
redis.call('HSET', KEYS[1], 'begun', 1)
redis.call('PEXPIRE', KEYS[1], ${shownMs})
return found[2] or ''`;

/** Notes which job takes the place of a partial text; replies with the number of its message, nil where there is none for that job. */
export const finishScript = `
local found = redis.call('HMGET', KEYS[1], 'begun', 'message', 'over')
if found[3] and found[3] ~= ARGV[1] then return nil end
redis.call('HSET', KEYS[1], 'over', ARGV[1])
redis.call('PEXPIRE', KEYS[1], found[1] and ARGV[2] or ${overMs})
return found[1] and (found[2] or '')`;

interface Hash {
  hget(key: string, field: string): string | null;
  hset(key: string, field: string, value: string | number): number;
  pexpire(key: string, ms: string | number): number;
}

/** Begins in a process that keeps these facts in a file; the same as the script. */
export function beginTwin(call: Hash, [key = ""]: readonly string[]): string | null {
  if (call.hget(key, "over") !== null) return null;
  const message = call.hget(key, "message");
  call.hset(key, "begun", 1);
  call.pexpire(key, shownMs);
  return message ?? "";
}

/** Finishes in a process that keeps these facts in a file; the same as the script. */
export function finishTwin(
  call: Hash,
  [key = ""]: readonly string[],
  [by = "", forMs = 0]: readonly (string | number)[],
): string | null {
  const over = call.hget(key, "over");
  if (over !== null && over !== by) return null;
  const begun = call.hget(key, "begun") !== null;
  call.hset(key, "over", by);
  call.pexpire(key, begun ? forMs : overMs);
  return begun ? (call.hget(key, "message") ?? "") : null;
}
