/** Leases the head job of up to `max` lanes. A repeat under the same number hands out the same jobs. */
export const take = `#!lua flags=allow-oom
-- Lease the head job of up to max lanes: first lanes whose time has come (lease ended, retry due), then ready ones.
-- KEYS: ready, due, heads, stats, dead, take:<slot>
-- ARGV: prefix, now ms (0 = server clock), max, lease ms, max attempts, dead limit, slot, number of this take within its slot,
--   in-flight limit of the whole queue (0 = none; counts every lane in due), hand-off (1 = claim.lua counts the attempts: this take counts
--   none, buries nothing, and a head that was claimed stays its claimer's)
-- Reply: {ms to the next due lane or -1, buried (lane, id)*, (lane, body, attempt)*, 1 if a repeat, 1 if the limit holds ready lanes back}
local p, now, max, lease, maxA, cap, slot, nr = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8])
local ready, due, heads, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call = redis.call
if now == 0 then local t = call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local limit = tonumber(ARGV[9])
local hand = ARGV[10] == '1'
local id = (hand and '.~' or '.') .. slot .. '.' .. ARGV[8]   -- a head's state and its receipt: '<attempt>.<slot>.<nr>'; waiting for a retry: '<attempt>.'
local till = string.format('%.0f', now + lease)   -- as text, because a number would be printed for every lane
local out, buried = {}, {}
local function next_ms()
  local z = call('ZRANGE', due, 0, 0, 'WITHSCORES')
  return z[2] and math.max(0, z[2] - now) or -1
end
local function dead_letter(lane, body, attempts, reason)
  local id = string.match(body, '^%S+')
  call('RPUSH', dead, cjson.encode({ number = call('HINCRBY', stats, 'dead', 1), id = id, lane = lane, body = string.sub(body, #id + 2), attempts = attempts, reason = reason, at = now }))
end

-- 1. a repeat (its answer was lost) gets the same jobs again; an older one than the slot's last gets nothing
local last = call('GET', KEYS[6])
if last then
  last = cmsgpack.unpack(last)
  if nr < last[1] then return { next_ms(), buried, out, 0, 0 } end
  if nr == last[1] then
    local z, kept = { 'ZADD', due }, {}
    for i = 2, #last do if type(last[i]) == 'table' then kept[i] = last[i][2]; last[i] = last[i][1] end end
    local hs = call('HMGET', heads, unpack(last, 2))
    for i = 2, #last do
      local h = hs[i - 1]
      local n = h and string.match(h, '^%d+')
      if n and h == (kept[i] or n .. id) then
        z[#z + 1] = till; z[#z + 1] = last[i]
        out[#out + 1] = last[i]; out[#out + 1] = call('LINDEX', p .. 'lane:' .. last[i], '0'); out[#out + 1] = tonumber(n)
      end
    end
    if #z > 2 then call(unpack(z)) end
    return { next_ms(), buried, out, 1, 0 }
  end
end

-- 2. reads: due lanes (at most half of the batch while there are ready ones), then ready lanes
local dl = call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, max)
local nd = #dl
if nd > 0 then
  local nr2 = call('LLEN', ready)
  if nd + nr2 > max then nd = math.min(nd, math.max(math.ceil(max / 2), max - nr2)) end
end
local want = max - nd
if limit > 0 then want = math.min(want, math.max(0, limit - call('ZCARD', due))) end
local rl = want > 0 and call('LRANGE', ready, 0, want) or {}   -- one more than wanted: '' at the head is a nudge (finish.lua), not a lane
local pop = math.min(#rl, want)
local from = 1
if rl[1] == '' then from, pop = 2, #rl end
local z, h, gone, bury, mem = { 'ZADD', due }, { 'HSET', heads }, {}, {}, { nr }
local o, hn = 0, 2                               -- lengths of out / 3 and h: '#' searches
local function lend(lane, body, attempt, mark, kept)
  z[o * 2 + 3], z[o * 2 + 4] = till, lane
  if not kept then h[hn + 1], h[hn + 2], hn = lane, mark, hn + 2 end
  out[o * 3 + 1], out[o * 3 + 2], out[o * 3 + 3] = lane, body, attempt
  mem[o + 2] = kept and { lane, mark } or lane
  o = o + 1
end
if nd > 0 then
  local hs = call('HMGET', heads, unpack(dl, 1, nd))
  for i = 1, nd do
    local lane, body = dl[i], call('LINDEX', p .. 'lane:' .. dl[i], '0')
    local n = tonumber(string.match(hs[i] or '0.', '^%d+'))
    if not body then gone[#gone + 1] = lane
    elseif hand then
      local claimed = string.find(hs[i], '^%d+%.%+') ~= nil
      lend(lane, body, n, claimed and hs[i] or n .. id, claimed)
    elseif n >= maxA then gone[#gone + 1] = lane; bury[#bury + 1] = { lane, body, n }
    else lend(lane, body, n + 1, (n + 1) .. id) end
  end
end
local n1 = hand and 0 or 1
local first = n1 .. id
for i = from, pop do
  local body = call('LINDEX', p .. 'lane:' .. rl[i], '0')
  if body then lend(rl[i], body, n1, first) end
end

-- 3. writes
if pop > 0 then call('LPOP', ready, pop) end
if #gone > 0 then call('ZREM', due, unpack(gone)); call('HDEL', heads, unpack(gone)) end
for i = 1, #bury do
  local lane, body, n = unpack(bury[i])
  local key = p .. 'lane:' .. lane
  dead_letter(lane, body, n, 'lease ended')
  call('LPOP', key)
  if call('LLEN', key) > 0 then call('RPUSH', ready, lane) end
  buried[#buried + 1] = lane; buried[#buried + 1] = string.match(body, '^%S+')
end
if #bury > 0 then call('LTRIM', dead, -cap, -1); call('HINCRBY', stats, 'out', #bury) end
if #out > 0 then
  call(unpack(z))
  if #h > 2 then call(unpack(h)) end
  call('SET', KEYS[6], cmsgpack.pack(mem), 'PX', lease + 60000)
end
local full = limit > 0 and call('ZCARD', due) >= limit and call('LLEN', ready) > 0 and 1 or 0
return { next_ms(), buried, out, 0, full }
`;
