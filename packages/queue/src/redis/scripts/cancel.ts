import { clock, rings } from "./fragments.ts";

/** Takes a job that waits out of its lane. It reads the lane up to the job. */
export const cancel = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 bell
-- ARGV  1 prefix of the keys   2 now in ms, 0 = server's   3 lane   4 id
-- Reply 1 done | 0 stale, somebody holds it | -1 gone, the lane has no such job
local ready, leases, due, heads, stats, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local lane, id = ARGV[3], ARGV[4] .. ' '
local key = ARGV[1] .. 'lane:' .. lane
local call = redis.call
local slice = 100
${clock}
${rings}

local at, element
for from = 0, call('LLEN', key) - 1, slice do
  for i, text in ipairs(call('LRANGE', key, from, from + slice - 1)) do
    if not at and string.sub(text, 1, #id) == id then at, element = from + i - 1, text end
  end
  if at then break end
end
if not at then return -1 end
if at == 0 and call('ZSCORE', leases, lane) then return 0 end

call('LREM', key, 1, element)
call('HINCRBY', stats, 'out', 1)
if at == 0 then
  local waited = call('ZREM', due, lane) == 1     -- the next job does not wait for the time of this one
  call('HDEL', heads, lane)
  if call('LLEN', key) == 0 then call('LREM', ready, 1, lane)
  elseif waited then
    call('RPUSH', ready, lane)
    ring()
  end
end
return 1
`;
