/** Uses receipts: settle, extend, retry, defer, bury; from any process. */
export const finish = `#!lua flags=allow-oom
-- Use receipts: settle | extend | retry | defer | bury. From any process.
-- KEYS: ready, due, heads, stats, dead
-- ARGV: prefix, now ms (0 = server clock), op, ms, max attempts, dead limit, reason, then (lane, id, nonce)*; nonce = '<attempt>.<slot>.<nr>' (take), '<attempt>.~<slot>.<nr>' (hand-off take), '<attempt>.+<token>' (claim, next)
-- Reply per receipt: 1 done, 2 retry refused: dead letter, 0 stale (the job is there, but not yours), -1 gone (settled or buried before)
local p, now, op, ms, maxA, cap, reason = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local ready, due, heads, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call = redis.call
if now == 0 then local t = call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local function dead_letter(lane, body, attempts, reason)
  local id = string.match(body, '^%S+')
  call('RPUSH', dead, cjson.encode({ number = call('HINCRBY', stats, 'dead', 1), id = id, lane = lane, body = string.sub(body, #id + 2), attempts = attempts, reason = reason, at = now }))
end
if (#ARGV - 7) % 3 ~= 0 or #ARGV < 10 then return redis.error_reply('ARGS finish') end

-- 1. reads: which receipts hold
local lanes, res, mine, m, at = {}, {}, {}, 0, {}
for i = 8, #ARGV, 3 do lanes[(i - 5) / 3] = ARGV[i] end
local hs = call('HMGET', heads, unpack(lanes))
for i = 1, #lanes do
  local lane = lanes[i]
  if hs[i] == ARGV[7 + i * 3] then
    res[i] = 1
    if not at[lane] then m = m + 1; mine[m] = lane; at[lane] = hs[i] end   -- the same receipt twice in one call works once
  else
    local jid, body = ARGV[6 + i * 3] .. ' ', call('LINDEX', p .. 'lane:' .. lane, '0')
    res[i] = body and string.sub(body, 1, #jid) == jid and 0 or -1
  end
end
if m == 0 then return res end

-- 2. writes
local out, back, z, h, d = {}, {}, { 'ZADD', due }, { 'HSET', heads }, 0
local on, bn, till = 0, 0, string.format('%.0f', now + ms)   -- as text, because a number would be printed for every lane
for i = 1, m do
  local lane = mine[i]
  local n = op ~= 'settle' and tonumber(string.match(at[lane], '^%d+'))
  local key = p .. 'lane:' .. lane
  if op == 'extend' then z[#z + 1] = till; z[#z + 1] = lane
  elseif op == 'defer' or (op == 'retry' and n < maxA) then
    z[#z + 1] = till; z[#z + 1] = lane
    local counted = not string.find(at[lane], '^%d+%.~')           -- what a hand-off take never counted, defer must not give back
    h[#h + 1] = lane; h[#h + 1] = (op == 'defer' and counted and n - 1 or n) .. (op == 'defer' and not counted and '.~' or '.')   -- '.~': may be claimed while it waits
  else
    local body = call('LPOP', key)
    if op ~= 'settle' then
      d = d + 1; at[lane] = 'buried'
      dead_letter(lane, body, n, reason)
    end
    on = on + 1; out[on] = lane
    if call('LLEN', key) > 0 then bn = bn + 1; back[bn] = lane end
  end
end
if on > 0 then
  call('ZREM', due, unpack(out)); call('HDEL', heads, unpack(out)); call('HINCRBY', stats, 'out', on)
  if bn > 0 then call('RPUSH', ready, unpack(back)) end
end
if d > 0 then
  call('LTRIM', dead, -cap, -1)
  if op == 'retry' then for i = 1, #lanes do if res[i] == 1 and at[lanes[i]] == 'buried' then res[i] = 2 end end end
end
if #z > 2 then
  call(unpack(z))
  if #h > 2 then
    call(unpack(h))
    -- a nudge: waiting takers learn of the new earliest time (never more than one, and only into an empty list)
    if call('LLEN', ready) == 0 and at[call('ZRANGE', due, 0, 0)[1]] then call('RPUSH', ready, '') end
  end
end
return res
`;
