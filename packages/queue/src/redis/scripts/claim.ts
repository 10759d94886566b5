/** Leases the head of a lane to whoever finishes it, and fences every earlier holder. */
export const claim = `#!lua flags=allow-oom
-- For the process that finishes a handed-off job: lease the lane's head by its id, whoever holds it, and count an attempt. Fences every earlier holder.
-- KEYS: ready, due, heads, stats, dead. ARGV: prefix, now ms (0 = server clock), lease ms, max attempts, dead limit, lane, id, token (unique per claim)
-- Reply: {1, body, attempt} | {0} not in flight (waiting for a claimer's retry, or ready) | {-1} gone (the head is another job, or none) | {2} attempts used up: dead letter
local p, now, lease, maxA, cap, lane, id = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6], ARGV[7] .. ' '
local ready, due, heads, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call = redis.call
if now == 0 then local t = call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local key, nonce = p .. 'lane:' .. lane, '+' .. ARGV[8]
local function dead_letter(lane, body, attempts, reason)
  local id = string.match(body, '^%S+')
  call('RPUSH', dead, cjson.encode({ number = call('HINCRBY', stats, 'dead', 1), id = id, lane = lane, body = string.sub(body, #id + 2), attempts = attempts, reason = reason, at = now }))
end

-- 1. reads
local body, h = call('LINDEX', key, 0), call('HGET', heads, lane)
if not body or string.sub(body, 1, #id) ~= id then return { -1 } end
local n, holder = string.match(h or '', '^(%d+)%.(.+)$')
if not n then return { 0 } end
n = tonumber(n)

-- 2. writes
if holder ~= nonce then                          -- equal: a repeat, its answer was lost; it counts nothing
  if n >= maxA then
    dead_letter(lane, body, n, 'attempts used up')
    call('LPOP', key); call('ZREM', due, lane); call('HDEL', heads, lane)
    if call('LLEN', key) > 0 then call('RPUSH', ready, lane) end
    call('LTRIM', dead, -cap, -1); call('HINCRBY', stats, 'out', 1)
    return { 2 }
  end
  n = n + 1
  call('HSET', heads, lane, n .. '.' .. nonce)
end
call('ZADD', due, now + lease, lane)
return { 1, body, n }
`;
