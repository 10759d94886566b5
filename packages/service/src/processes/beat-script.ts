/** Marks the field of a process with the time of the server. It replaces a value of its own, so a full memory is no reason to refuse it. */
export const beatScript = `#!lua flags=allow-oom
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('HSET', KEYS[1], ARGV[1], now .. ' ' .. ARGV[2])`;

/** Marks it in a process that keeps these facts in a file; the same as the script. */
export function beatTwin(
  call: {
    time(): [number, number];
    hset(key: string, field: string, value: string): number;
  },
  [key = ""]: readonly string[],
  [id = "", heartbeat = ""]: readonly (string | number)[],
): null {
  const [seconds, microseconds] = call.time();
  const nowMs = seconds * 1_000 + Math.floor(microseconds / 1_000);
  call.hset(key, String(id), `${nowMs} ${heartbeat}`);
  return null;
}
