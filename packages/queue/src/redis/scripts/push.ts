/** Appends jobs to their lanes, all or nothing. No flag: refused whole at the memory limit. */
export const push = `#!lua
-- Append jobs to their lanes. One round trip, all or nothing.
-- KEYS: ready, stats. ARGV: prefix, dedupe window ms (0 = off), depth limit (0 = none), then (lane, id, body, aliases)*; body = '<id> <payload>', aliases = '' or '<alias> <alias>…'
-- Reply: indexes (from 0) of the jobs dropped as duplicates; error FULL = nothing written.
local p, ttl, max = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
if (#ARGV - 3) % 4 ~= 0 then return redis.error_reply('ARGS push') end
if max > 0 then
  local s = redis.call('HMGET', KEYS[2], 'in', 'out')
  local room = max - (tonumber(s[1]) or 0) + (tonumber(s[2]) or 0)
  if (#ARGV - 3) / 4 > room then                 -- near the limit count exactly: the repeat of a push that went in must hear "duplicate", not "full"
    local fresh, mark = 0, {}
    for i = 5, #ARGV, 4 do
      local id = ARGV[i]
      if ttl == 0 or not (mark[id] or redis.call('EXISTS', p .. 'seen:' .. id) == 1) then
        fresh = fresh + 1; mark[id] = true
        for alias in string.gmatch(ARGV[i + 2], '[^ ]+') do mark[alias] = true end
      end
    end
    if fresh > room then return redis.error_reply('FULL queue is at its depth limit') end
  end
end
local dup, ready, n = {}, {}, 0
for i = 4, #ARGV, 4 do
  if ttl > 0 and not redis.call('SET', p .. 'seen:' .. ARGV[i + 1], '', 'NX', 'PX', ttl) then
    dup[#dup + 1] = (i - 4) / 4
  else
    n = n + 1
    if ttl > 0 and ARGV[i + 3] ~= '' then          -- whatever names the job: a later push of it is a duplicate; of an accepted job only
      for alias in string.gmatch(ARGV[i + 3], '[^ ]+') do redis.call('SET', p .. 'seen:' .. alias, '', 'PX', ttl) end
    end
    if redis.call('RPUSH', p .. 'lane:' .. ARGV[i], ARGV[i + 2]) == 1 then ready[#ready + 1] = ARGV[i] end   -- was empty: neither ready nor due
  end
end
if #ready > 0 then redis.call('RPUSH', KEYS[1], unpack(ready)) end
if n > 0 then redis.call('HINCRBY', KEYS[2], 'in', n) end
return dup
`;
