/** Leases the heads of lanes to whoever finishes them, and fences every earlier holder. */
export const claim = `#!lua flags=allow-oom
-- For the process that finishes handed-off jobs: lease the heads of lanes by their ids, whoever holds them, and count an attempt each. Fences every earlier holder.
-- As if one claim came after the other, also where several name one lane: the last one fences the others.
-- KEYS: ready, due, heads, stats, dead. ARGV: prefix, now ms (0 = server clock), max attempts, dead limit, then (lane, id, lease ms, token)*; token unique per claim
-- Reply, two values per claim: attempt, body | 0, '' not in flight (waiting for a claimer's retry, or ready) | -1, '' gone (the head is another job, or none) | -2, '' attempts used up: dead letter
local p, now, maxA, cap = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local ready, due, heads, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call = redis.call
if now == 0 then local t = call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local function dead_letter(lane, body, attempts, reason)
  local id = string.match(body, '^%S+')
  call('RPUSH', dead, cjson.encode({ number = call('HINCRBY', stats, 'dead', 1), id = id, lane = lane, body = string.sub(body, #id + 2), attempts = attempts, reason = reason, at = now }))
end
if (#ARGV - 4) % 4 ~= 0 or #ARGV < 8 then return redis.error_reply('ARGS claim') end

local lanes, state, res = {}, {}, {}
for i = 5, #ARGV, 4 do lanes[(i - 1) / 4] = ARGV[i] end
local hs = call('HMGET', heads, unpack(lanes))
for i = 1, #lanes do state[lanes[i]] = hs[i] end

-- what the claims leave of heads and due: written in two calls
local h, z, w = { 'HSET', heads }, { 'ZADD', due }, 2
local function write()
  if w > 2 then call(unpack(h, 1, w)); call(unpack(z, 1, w)); w = 2 end
end
local lease, till                                -- of the last claim; its end as text, because a number would be printed for every lane
for i = 1, #lanes do
  local lane, id, token, at = lanes[i], ARGV[i * 4 + 2] .. ' ', '+' .. ARGV[i * 4 + 4], i * 2
  local key = p .. 'lane:' .. lane
  local body = call('LINDEX', key, '0')
  local n, holder = string.match(state[lane] or '', '^(%d+)%.(.+)$')
  res[at - 1], res[at] = 0, ''
  if not body or string.sub(body, 1, #id) ~= id then res[at - 1] = -1
  elseif n then
    n = tonumber(n)
    if holder ~= token and n >= maxA then
      write()                                    -- first, because an earlier claim of this call may be the last attempt
      dead_letter(lane, body, n, 'attempts used up')
      call('LPOP', key); call('ZREM', due, lane); call('HDEL', heads, lane)
      if call('LLEN', key) > 0 then call('RPUSH', ready, lane) end
      call('LTRIM', dead, -cap, -1); call('HINCRBY', stats, 'out', 1)
      state[lane], res[at - 1] = false, -2
    else
      if holder ~= token then                    -- equal: a repeat, its answer was lost; it counts nothing
        n = n + 1
        state[lane] = n .. '.' .. token
      end
      if lease ~= ARGV[i * 4 + 3] then lease = ARGV[i * 4 + 3]; till = string.format('%.0f', now + lease) end
      h[w + 1], h[w + 2], z[w + 1], z[w + 2], w = lane, state[lane], till, lane, w + 2
      res[at - 1], res[at] = n, body
    end
  end
end
write()
return res
`;
