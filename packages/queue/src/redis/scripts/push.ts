import { clock, elements, rings } from "./fragments.ts";

/** Appends jobs to their lanes, all or nothing. It has no flag, so that Redis refuses it whole at the memory limit. */
export const push = `#!lua
-- KEYS  1 ready   2 due   3 heads   4 stats   5 bell
-- ARGV  1 prefix of the keys            3 dedupe window in ms, 0 = off
--       2 now in ms, 0 = server's       4 most waiting jobs, 0 = no limit
--       then for each job: lane, id, body as JSON, '' or '<delay in ms, 0 = none> <alias> <alias>…'
-- Reply the indexes (from 0) of the jobs that were dropped as duplicates; the error FULL when nothing was written
local ready, due, heads, stats, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local lane_key, seen_key = ARGV[1] .. 'lane:', ARGV[1] .. 'seen:'
local window, max_depth = ARGV[3], tonumber(ARGV[4])   -- the window is text, because a number would be printed for every job
local remembers = window ~= '0'
local call = redis.call
${clock}
${elements}
${rings}
if (#ARGV - 4) % 4 ~= 0 then return redis.error_reply('ARGS push') end

-- 1. Near the limit jobs are counted exactly: the repeat of a push that went in must hear "duplicate", not "full".
if max_depth > 0 then
  local counts = call('HMGET', stats, 'in', 'out')
  local room = max_depth - (tonumber(counts[1]) or 0) + (tonumber(counts[2]) or 0)
  if (#ARGV - 4) / 4 > room then
    local fresh, named = 0, {}
    for i = 6, #ARGV, 4 do
      local id = ARGV[i]
      if not remembers or not (named[id] or call('EXISTS', seen_key .. id) == 1) then
        fresh = fresh + 1
        named[id] = true
        for alias in string.gmatch(ARGV[i + 2], ' ([^ ]+)') do named[alias] = true end
      end
    end
    if fresh > room then return redis.error_reply('FULL queue is at its depth limit') end
  end
end

-- 2. Whatever names an accepted job is remembered. A lane that was empty is neither in ready nor in due: it becomes ready, or waits.
local duplicates, now_ready, pushed, delayed = {}, {}, 0, false
for i = 5, #ARGV, 4 do
  local lane, id, json, more = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  if remembers and not call('SET', seen_key .. id, '', 'NX', 'PX', window) then
    duplicates[#duplicates + 1] = (i - 5) / 4
  else
    pushed = pushed + 1
    local delay
    if more ~= '' then
      delay = string.match(more, '^[1-9]%d*')
      if remembers then
        for alias in string.gmatch(more, ' ([^ ]+)') do call('SET', seen_key .. alias, '', 'PX', window) end
      end
    end
    if call('RPUSH', lane_key .. lane, element_of(id, json, delay)) == 1 then
      if delay then
        call('ZADD', due, string.format('%.0f', now + delay), lane)
        call('HSET', heads, lane, '0.')
        delayed = true
      else now_ready[#now_ready + 1] = lane end
    end
  end
end
if #now_ready > 0 then
  call('RPUSH', ready, unpack(now_ready))
  ring()
elseif delayed then ring_if_more() end
if pushed > 0 then call('HINCRBY', stats, 'in', pushed) end
return duplicates
`;
