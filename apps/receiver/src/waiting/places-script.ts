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
