/** Settles, and leases the next head of the lane to the same holder. */
export const next = `#!lua flags=allow-oom
-- Settle, and lease the lane's next head to the same holder, without a visit to ready. The new job counts as claimed: attempt 1.
-- KEYS: due, heads, stats. ARGV: prefix, now ms (0 = server clock), lease ms, lane, id, nonce (of the receipt), token (unique per call)
-- Reply: {1, body} settled, the next one leased | {1} settled, lane empty | {0} stale | {-1} gone
local p, now, lease, lane, id, old, new = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], ARGV[5] .. ' ', ARGV[6], '1.+' .. ARGV[7]
local due, heads, stats = KEYS[1], KEYS[2], KEYS[3]
local call = redis.call
if now == 0 then local t = call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local key, h = p .. 'lane:' .. lane, call('HGET', heads, lane)
if h ~= old and h ~= new then
  local body = call('LINDEX', key, 0)
  return { body and string.sub(body, 1, #id) == id and 0 or -1 }
end
if h == old then                                 -- h == new: a repeat, its answer was lost
  call('LPOP', key); call('HINCRBY', stats, 'out', 1)
end
local body = call('LINDEX', key, 0)
if not body then
  call('ZREM', due, lane); call('HDEL', heads, lane)
  return { 1 }
end
if h == old then call('HSET', heads, lane, new) end
call('ZADD', due, now + lease, lane)
return { 1, body }
`;
