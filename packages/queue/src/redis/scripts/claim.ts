import { clock, deadLetter, elements } from "./fragments.ts";

/**
 * Leases the heads of lanes by their ids to whoever finishes handed-off jobs, and counts an attempt each. It fences every
 * earlier holder. As if one claim came after the other: where several name one lane, the last one fences the others.
 */
export const claim = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 dead
-- ARGV  1 prefix of the keys            3 most attempts
--       2 now in ms, 0 = server's       4 dead letters kept
--       then for each claim: lane, id, lease in ms, token (unique in the world)
-- Reply for each claim, two values: attempt, element | 0, '' it waits for its retry, or is not in flight | -1, '' gone, another job or none is the head | -2, '' its attempts were used up, and it is buried
local ready, leases, due, heads, stats, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local lane_key = ARGV[1] .. 'lane:'
local max_attempts, dead_limit = tonumber(ARGV[3]), tonumber(ARGV[4])
local call = redis.call
${clock}
${elements}
${deadLetter}
if (#ARGV - 4) % 4 ~= 0 or #ARGV < 8 then return redis.error_reply('ARGS claim') end

-- 1. Who holds the lanes.
local lanes, state, reply = {}, {}, {}
for i = 5, #ARGV, 4 do lanes[(i - 1) / 4] = ARGV[i] end
local states = call('HMGET', heads, unpack(lanes))
for i = 1, #lanes do state[lanes[i]] = states[i] end

-- 2. One claim after the other. What they leave in heads and leases is collected, and written in two calls.
local held, times, size = { 'HSET', heads }, { 'ZADD', leases }, 2
local function write()
  if size > 2 then
    call(unpack(held, 1, size))
    if call(unpack(times, 1, size)) > 0 then       -- a lane was not in flight: its taker had given it back
      for i = 3, size, 2 do call('ZREM', due, held[i]) end
    end
    size = 2
  end
end
local lease, lease_end                             -- of the last claim; its end is text, because a number would be printed for every lane
for i = 1, #lanes do
  local lane, id, holder = lanes[i], ARGV[i * 4 + 2] .. ' ', '+' .. ARGV[i * 4 + 4]
  local element = call('LINDEX', lane_key .. lane, '0')
  local attempt, held_by = string.match(state[lane] or '', '^(%d+)%.(.+)$')
  local result, answer = 0, ''
  if not element or string.sub(element, 1, #id) ~= id then result = -1
  elseif attempt then
    attempt = tonumber(attempt)
    if held_by ~= holder and attempt >= max_attempts then
      write()                                      -- first, because an earlier claim of this call may be the last attempt
      dead_letter(lane, element, attempt, 'attempts used up')
      call('LPOP', lane_key .. lane)
      if call('ZREM', leases, lane) == 0 then call('ZREM', due, lane) end
      call('HDEL', heads, lane)
      if call('LLEN', lane_key .. lane) > 0 then call('RPUSH', ready, lane) end
      call('LTRIM', dead, -dead_limit, -1)
      call('HINCRBY', stats, 'out', 1)
      state[lane], result = false, -2
    else
      if held_by ~= holder then                    -- equal: a repeat, whose answer was lost, counts nothing
        attempt = attempt + 1
        state[lane] = attempt .. '.' .. holder
      end
      if lease ~= ARGV[i * 4 + 3] then
        lease = ARGV[i * 4 + 3]
        lease_end = string.format('%.0f', now + lease)
      end
      held[size + 1], held[size + 2] = lane, state[lane]
      times[size + 1], times[size + 2] = lease_end, lane
      size = size + 2
      result, answer = attempt, element
    end
  end
  reply[i * 2 - 1], reply[i * 2] = result, answer
end
write()
return reply
`;
