import {
  clock,
  deadLetter,
  elements,
  letters,
  nonces,
  rings,
  suspects,
  waits,
} from "./fragments.ts";

/**
 * Leases the heads of lanes by their ids to whoever finishes handed-off jobs. It fences every earlier holder, and counts an
 * attempt, or an ended lease where an earlier claimer said nothing. As if one claim came after the other: where several
 * name one lane, the last one fences the others.
 */
export const claim = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 letters   7 suspects   8 bell
-- ARGV  1 prefix of the keys            3 most ended leases
--       2 now in ms, 0 = server's       4 dead letters kept, see fragments.ts
--       then for each claim: lane, id, lease in ms, token (unique in the world)
-- Reply for each claim, two values: attempt[:ended leases], element | 0, '' it waits for its time, is not in flight or not the head, or is buried, because too many of its leases ended
local ready, leases, due, heads, stats, dead, suspects, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local lane_key = ARGV[1] .. 'lane:'
local max_ended, kept = tonumber(ARGV[3]), ARGV[4]
local call = redis.call
${clock}
${elements}
${letters}
${deadLetter}
${nonces}
${suspects}
${waits}
${rings}
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
  local attempt, ended, held_by = parse(state[lane] or '')
  local result, answer = 0, ''
  if element and string.sub(element, 1, #id) == id and held_by ~= '' then
    local is_repeat = held_by == holder            -- its answer was lost: it counts nothing
    local without_a_word = not is_repeat and string.sub(held_by, 1, 1) == '+'
    if without_a_word then
      ended = ended + 1
      write()                                      -- first, because an earlier claim of this call may be what said nothing
    elseif not is_repeat then attempt = attempt + 1 end
    local is_suspect = without_a_word and ended > 1
    if without_a_word and ended >= max_ended then
      dead_letter(lane, element, attempt, 'lease ended')
      call('LPOP', lane_key .. lane)
      if call('ZREM', leases, lane) == 0 then call('ZREM', due, lane) end
      call('HDEL', heads, lane)
      if call('LLEN', lane_key .. lane) > 0 then call('RPUSH', ready, lane) end
      call('HINCRBY', stats, 'out', 1)
      state[lane] = false
      ring_if_more()
    elseif is_suspect and not may_go(suspects_out(), lane, ended) then
      state[lane] = counts(attempt - 1, ended) .. '.'
      put_aside(lane, state[lane], now + suspect_delay)
      ring()
    else
      if is_suspect then go_out(lane, ARGV[i * 4 + 3]) end
      local so_far = counts(attempt, ended)
      state[lane] = so_far .. '.' .. holder
      if lease ~= ARGV[i * 4 + 3] then
        lease = ARGV[i * 4 + 3]
        lease_end = string.format('%.0f', now + lease)
      end
      held[size + 1], held[size + 2] = lane, state[lane]
      times[size + 1], times[size + 2] = lease_end, lane
      size = size + 2
      result, answer = so_far, element
    end
  end
  reply[i * 2 - 1], reply[i * 2] = result, answer
end
write()
return reply
`;
