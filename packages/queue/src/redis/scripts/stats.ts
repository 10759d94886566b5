/** Counts jobs, lanes and dead letters at one moment. MULTI would do, but Redis refuses it at the memory limit. */
export const stats = `#!lua flags=no-writes
-- KEYS  1 ready   2 leases   3 due   4 stats   5 letters
-- Reply 1 jobs that were pushed and have not ended   4 lanes that may run now
--       2 lanes in flight                            5 dead letters
--       3 lanes that wait for their time
local ready, leases, due, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call = redis.call
local counts = call('HMGET', stats, 'in', 'out')
local depth = (tonumber(counts[1]) or 0) - (tonumber(counts[2]) or 0)
local nudges = call('LINDEX', ready, 0) == '' and 1 or 0   -- see finish.ts
return { depth, call('ZCARD', leases), call('ZCARD', due), call('LLEN', ready) - nudges, call('ZCARD', dead) }
`;
