/** Settles, and leases the next heads of the lanes to the same holders. */
export const next = `#!lua flags=allow-oom
-- Settle, and lease each lane's next head to the same holder, without a visit to ready. The new job counts as claimed: attempt 1.
-- As if one receipt came after the other, also where several name one lane.
-- KEYS: due, heads, stats. ARGV: prefix, now ms (0 = server clock), then (lane, id, nonce of the receipt, lease ms, token)*; token unique per receipt and call
-- Reply, two values per receipt: 1, body settled, the next one leased | 1, '' settled, lane empty | 0, '' stale | -1, '' gone
local p, now = ARGV[1], tonumber(ARGV[2])
local due, heads, stats = KEYS[1], KEYS[2], KEYS[3]
local call = redis.call
if now == 0 then local t = call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
if (#ARGV - 2) % 5 ~= 0 or #ARGV < 7 then return redis.error_reply('ARGS next') end

local lanes, state, res = {}, {}, {}
for i = 3, #ARGV, 5 do lanes[(i + 2) / 5] = ARGV[i] end
local hs = call('HMGET', heads, unpack(lanes))
for i = 1, #lanes do state[lanes[i]] = hs[i] end

local h, z, w, empty, out = { 'HSET', heads }, { 'ZADD', due }, 2, {}, 0
local lease, till                                -- of the last receipt; its end as text, because a number would be printed for every lane
for i = 1, #lanes do
  local lane, old, new, at = lanes[i], ARGV[i * 5], '1.+' .. ARGV[i * 5 + 2], i * 2
  local key, held = p .. 'lane:' .. lane, state[lane]
  if held == old then                            -- held == new: a repeat, its answer was lost
    call('LPOP', key); out = out + 1
  end
  local body = call('LINDEX', key, '0')
  res[at - 1], res[at] = 1, ''
  if held ~= old and held ~= new then
    local id = ARGV[i * 5 - 1] .. ' '
    res[at - 1] = body and string.sub(body, 1, #id) == id and 0 or -1
  elseif body then
    if lease ~= ARGV[i * 5 + 1] then lease = ARGV[i * 5 + 1]; till = string.format('%.0f', now + lease) end
    state[lane], res[at] = new, body
    h[w + 1], h[w + 2], z[w + 1], z[w + 2], w = lane, new, till, lane, w + 2
  else
    state[lane] = false
    empty[#empty + 1] = lane
  end
end
if out > 0 then call('HINCRBY', stats, 'out', out) end
if w > 2 then call(unpack(h)); call(unpack(z)) end
if #empty > 0 then call('ZREM', due, unpack(empty)); call('HDEL', heads, unpack(empty)) end   -- after the leases: a lane that lost its last job has none
return res
`;
