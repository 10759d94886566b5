import { clock, holds, rings, waits } from "./fragments.ts";

/**
 * Settles, and leases each lane's next head to the same holder, without a visit to ready. The new job counts as claimed, at
 * its first attempt. As if one receipt came after the other, also where several name one lane.
 */
export const next = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 paused   7 bell
-- ARGV  1 prefix of the keys
--       2 now in ms, 0 = server's
--       then for each receipt: lane, id, nonce (see receipt.ts), lease in ms, token (unique in the world)
-- Reply for each receipt, two values: 1, element of the next job, which is leased now | 1, '' settled, and the lane is empty or waits | 0, '' stale | -1, '' gone
local ready, leases, due, heads, stats, paused, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7]
local lane_key = ARGV[1] .. 'lane:'
local call = redis.call
${clock}
${rings}
${waits}
${holds}
if (#ARGV - 2) % 5 ~= 0 or #ARGV < 7 then return redis.error_reply('ARGS next') end

-- 1. Who holds the lanes.
local lanes, state, reply = {}, {}, {}
for i = 3, #ARGV, 5 do lanes[(i + 2) / 5] = ARGV[i] end
local states = call('HMGET', heads, unpack(lanes))
for i = 1, #lanes do state[lanes[i]] = states[i] end

-- 2. One receipt after the other. What they leave in heads and leases is collected.
local held, times, size, empty, settled, held_back = { 'HSET', heads }, { 'ZADD', leases }, 2, {}, 0, false
local lease, lease_end                             -- of the last receipt; its end is text, because a number would be printed for every lane
for i = 1, #lanes do
  local lane, old, new = lanes[i], ARGV[i * 5], '1.+' .. ARGV[i * 5 + 2]
  local key, holder = lane_key .. lane, state[lane]
  if holder == old then                            -- where it is the new one already this is a repeat, whose answer was lost
    call('LTRIM', key, '1', '-1')                  -- not LPOP, because a body that comes through Lua is hashed whole
    settled = settled + 1
  end
  local element = call('LINDEX', key, '0')
  local till = holder == old and element and (held_till(lane, element) or all_paused and now)
  local result, answer = 1, ''
  if holder ~= old and holder ~= new then
    local id = ARGV[i * 5 - 1] .. ' '
    result = element and string.sub(element, 1, #id) == id and 0 or -1
  elseif till then
    state[lane], held_back = '0.', true
    put_aside(lane, '0.', till)
  elseif element then
    if lease ~= ARGV[i * 5 + 1] then
      lease = ARGV[i * 5 + 1]
      lease_end = string.format('%.0f', now + lease)
    end
    held[size + 1], held[size + 2] = lane, new
    times[size + 1], times[size + 2] = lease_end, lane
    size = size + 2
    state[lane], answer = new, element
  else
    state[lane] = false
    empty[#empty + 1] = lane
  end
  reply[i * 2 - 1], reply[i * 2] = result, answer
end

-- 3. The writes.
if settled > 0 then call('HINCRBY', stats, 'out', settled) end
if size > 2 then
  call(unpack(held))
  if call(unpack(times)) > 0 then                  -- an older release kept leases in due
    for i = 3, size, 2 do call('ZREM', due, held[i]) end
  end
end
if #empty > 0 then
  if call('ZREM', leases, unpack(empty)) < #empty then call('ZREM', due, unpack(empty)) end
  call('HDEL', heads, unpack(empty))
end
if #empty > 0 or held_back then ring_if_more() end -- a place of the in-flight limit is free, or a lane falls due
return reply
`;
