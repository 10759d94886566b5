import { clock, rings } from "./fragments.ts";

/**
 * Scans the keys of lanes. The one key it is given brings it to the right node of a cluster, where a plain SCAN would go to
 * any.
 */
export const scanLanes = `#!lua flags=no-writes
-- KEYS  1 ready, of which nothing is read
-- ARGV  1 cursor   2 pattern of the keys   3 keys to look at
-- Reply as of SCAN: next cursor, '0' = at the end; the keys
return redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])
`;

/**
 * Looks at lanes again, all places at one moment, and mends those that are not as they must be: a lane with jobs stands in
 * exactly one of ready, leases and due, and one in ready has no holder. It moves lanes, and never a job.
 */
export const mend = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 bell
-- ARGV  1 prefix of the keys
--       2 now in ms, 0 = server's
--       then the lanes
-- Reply 1 length of ready                             4 places of lanes without jobs
--       2 lanes with jobs that stood nowhere           5 entries of heads that were dropped
--       3 lanes that stood in several places
local ready, leases, due, heads, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local lane_key = ARGV[1] .. 'lane:'
local call = redis.call
${clock}
${rings}
local moment = string.format('%.0f', now)

local found, doubled, empty, headless = 0, 0, 0, 0
for i = 3, #ARGV do
  local lane = ARGV[i]
  local in_leases, in_due = call('ZSCORE', leases, lane), call('ZSCORE', due, lane)
  local at = call('LPOS', ready, lane, 'COUNT', '0')
  local in_ready = #at
  local head = call('HGET', heads, lane)
  local keep
  if call('EXISTS', lane_key .. lane) == 0 then
    empty = empty + in_ready + (in_leases and 1 or 0) + (in_due and 1 or 0)
  else
    -- Who heads says has a job in leases, who waits in due, and a lane without either in ready. What is none of them is garbage.
    local state = head and string.match(head, '^%d+:?%d*%.(.*)$') or nil
    local home = state == nil and 'ready' or (state == '' or state == '~') and 'due' or 'leases'
    local places = in_ready + (in_leases and 1 or 0) + (in_due and 1 or 0)
    if places == 0 then
      found = found + 1
      keep = home
      if home == 'ready' then call('RPUSH', ready, lane) else call('ZADD', home == 'due' and due or leases, moment, lane) end
    else
      if places > 1 then doubled = doubled + 1 end
      local stands = { ready = in_ready > 0, leases = in_leases, due = in_due }
      keep = stands[home] and home or in_leases and 'leases' or in_due and 'due' or 'ready'
    end
    if in_ready > 1 and keep == 'ready' then call('LREM', ready, 1 - in_ready, lane) end
    if state ~= nil and keep ~= 'ready' then head = nil end
  end
  if in_ready > 0 and keep ~= 'ready' then         -- from the end that is nearer, and no further than the last one
    local is_nearer = at[in_ready] < call('LLEN', ready) - at[1]
    call('LREM', ready, is_nearer and in_ready or -in_ready, lane)
  end
  if in_leases and keep ~= 'leases' then call('ZREM', leases, lane) end
  if in_due and keep ~= 'due' then call('ZREM', due, lane) end
  if head then headless = headless + call('HDEL', heads, lane) end
end
if found + doubled > 0 then ring_if_more() end
return { call('LLEN', ready), found, doubled, empty, headless }
`;

/** Counts the jobs that wait, and lets the counters agree: the one that is too low is raised. */
export const recount = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 stats
-- ARGV  1 prefix of the keys
--       2 most lanes
-- Reply jobs that the depth lacked (below 0: had too many), or false where there are more lanes
local ready, leases, due, stats = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local lane_key = ARGV[1] .. 'lane:'
local call = redis.call
if call('LLEN', ready) + call('ZCARD', leases) + call('ZCARD', due) > tonumber(ARGV[2]) then return false end
local jobs = 0
for _, lanes in ipairs({ call('LRANGE', ready, 0, -1), call('ZRANGE', leases, 0, -1), call('ZRANGE', due, 0, -1) }) do
  for _, lane in ipairs(lanes) do jobs = jobs + call('LLEN', lane_key .. lane) end
end
local counts = call('HMGET', stats, 'in', 'out')
local lacking = jobs - (tonumber(counts[1]) or 0) + (tonumber(counts[2]) or 0)
if lacking ~= 0 then call('HINCRBY', stats, lacking > 0 and 'in' or 'out', math.abs(lacking)) end
return lacking
`;
