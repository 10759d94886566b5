import { clock } from "./fragments.ts";

/** Counts jobs, lanes and dead letters at one moment. MULTI would do, but Redis refuses it at the memory limit. */
export const stats = `#!lua flags=no-writes
-- KEYS  1 ready   2 leases   3 due   4 stats   5 letters   6 paused
-- ARGV  1 prefix of the keys   2 now in ms, 0 = server's
-- Reply 1 jobs that were pushed and have not ended   4 lanes that may run now
--       2 lanes in flight                            5 dead letters
--       3 lanes that wait for their time             6 age in ms of the oldest job, of those that head the first lanes of each kind
--       7 lanes that are paused                      8 1 = everything is paused
local ready, leases, due, stats, dead, paused = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local call = redis.call
${clock}
local sample = 9                                   -- the last index: few, because bodies may be long
local counts = call('HMGET', stats, 'in', 'out')
local depth = (tonumber(counts[1]) or 0) - (tonumber(counts[2]) or 0)
local oldest = now
for _, lanes in ipairs({ call('LRANGE', ready, 0, sample), call('ZRANGE', leases, 0, sample), call('ZRANGE', due, 0, sample) }) do
  for _, lane in ipairs(lanes) do
    local pushed, delay = string.match(call('LINDEX', ARGV[1] .. 'lane:' .. lane, '0') or '', '^%S* @(%d+)%+?(%d*) ')
    oldest = math.min(oldest, (tonumber(pushed) or now) + (tonumber(delay) or 0))
  end
end
local all_paused = call('SISMEMBER', paused, '')
return { depth, call('ZCARD', leases), call('ZCARD', due), call('LLEN', ready), call('ZCARD', dead), now - oldest, call('SCARD', paused) - all_paused, all_paused }
`;
