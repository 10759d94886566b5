/** Counts jobs, lanes and dead letters at one moment. MULTI would do, but Redis refuses it at the memory limit. */
export const stats = `#!lua flags=no-writes
-- KEYS  1 ready   2 due   3 stats   4 dead
-- Reply 1 jobs that were pushed and have not ended   3 lanes that may run now
--       2 lanes in flight                            4 dead letters
local ready, due, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local call = redis.call
local counts = call('HMGET', stats, 'in', 'out')
local depth = (tonumber(counts[1]) or 0) - (tonumber(counts[2]) or 0)
local nudges = call('LINDEX', ready, 0) == '' and 1 or 0   -- see finish.ts
return { depth, call('ZCARD', due), call('LLEN', ready) - nudges, call('LLEN', dead) }
`;
