/** Takes a place for a job among those of its person that wait, if there is one. */
export const takePlaceScript = `#!lua
-- KEYS  1 places of the person: a hash, by job '<messages> <lane>'   2 the person was told   3 somebody looks which jobs are gone
-- ARGV  1 most messages   2 id of the job   3 its messages   4 its lane   5 ms for which places are kept
-- Reply 1 = it may wait; 0 = too many do; -1 = too many do, unless some of their jobs are gone: look
local places, told, looked = KEYS[1], KEYS[2], KEYS[3]
local most, id, messages = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local call = redis.call
if call('HEXISTS', places, id) == 1 then return 1 end
local taken = 0
for _, place in ipairs(call('HVALS', places)) do taken = taken + tonumber(string.match(place, '^%d+')) end
-- One that is alone may be more than the limit, or it could never go.
if taken > 0 and taken + messages > most then
  return call('SET', looked, '', 'NX', 'PX', 1000) and -1 or 0
end
call('HSET', places, id, ARGV[3] .. ' ' .. ARGV[4])
call('PEXPIRE', places, ARGV[5])
if taken + messages <= most / 2 then call('DEL', told) end
return 1
`;

/** Takes the place in a process that keeps these facts in a file; the same as the script. */
export function takePlaceTwin(
  call: {
    hexists(key: string, field: string): number;
    hvals(key: string): readonly string[];
    set(key: string, value: string, ...options: (string | number)[]): string | null;
    hset(key: string, field: string, value: string): number;
    pexpire(key: string, ms: string | number): number;
    del(key: string): number;
  },
  [places = "", told = "", looked = ""]: readonly string[],
  [most = 0, id = "", messages = 0, lane = "", keptMs = 0]: readonly (string | number)[],
): number {
  if (call.hexists(places, String(id)) === 1) return 1;
  const taken = call.hvals(places).reduce((sum, place) => sum + Number.parseInt(place, 10), 0);
  const then = taken + Number(messages);
  if (taken > 0 && then > Number(most))
    return call.set(looked, "", "NX", "PX", 1_000) === "OK" ? -1 : 0;
  call.hset(places, String(id), `${messages} ${lane}`);
  call.pexpire(places, keptMs);
  if (then <= Number(most) / 2) call.del(told);
  return 1;
}
