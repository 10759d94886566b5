import {
  clock,
  deadLetter,
  elements,
  holds,
  letters,
  nonces,
  rings,
  suspects,
  waits,
} from "./fragments.ts";

/**
 * Leases the head jobs of lanes: first of those whose lease has ended, then of those whose time has come, then of ready
 * ones. Ended leases are counted apart from attempts; where a claim made them, the next claim counts them. A repeat under
 * the same number of the same slot hands out the same jobs.
 */
export const take = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 letters   7 suspects   8 paused   9 bell   10 take:<slot>
-- ARGV  1 prefix of the keys            6 letters letters kept
--       2 now in ms, 0 = server's       7 slot
--       3 most jobs                     8 number of this take within its slot
--       4 lease in ms                   9 most lanes in flight over the whole queue, 0 = no limit
--       5 most ended leases            10 '1' in hand-off mode: this take counts no attempt, and a head that was claimed stays its claimer's
-- Reply 1 ms until this take would find something by itself, -1 = never
--       2 number of lanes that it passed over: their heads were buried, or may not be handed out yet
--       3 for each job: lane, element, attempt[:ended leases]
local ready, leases, due, heads, stats, dead, suspects, paused, bell, memory = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local lane_key = ARGV[1] .. 'lane:'
local max, lease, max_ended, kept = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local number, limit, hand_off = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10] == '1'
local call = redis.call
${clock}
${elements}
${letters}
${deadLetter}
${nonces}
${suspects}
${waits}
${holds}
${rings}
local holder = (hand_off and '.~' or '.') .. ARGV[7] .. '.' .. ARGV[8]   -- behind the attempt: what heads says of a lane, and the nonce of its receipt
local lease_end = string.format('%.0f', now + lease)                     -- as text, because a number would be printed for every lane

local function first_of(times)
  local first = call('ZRANGE', times, 0, 0, 'WITHSCORES')
  return tonumber(first[2]) or math.huge
end
local first_lease, first_due = first_of(leases), first_of(due)
local function is_full() return limit > 0 and call('ZCARD', leases) >= limit end
local function ms_to_next()                        -- at the limit only the end of a lease makes room by itself
  local first = is_full() and first_lease or math.min(first_lease, first_due)
  return first < math.huge and math.max(0, first - now) or -1
end

-- 1. A repeat, whose answer was lost, hands out what it handed out before and what nobody else has got since.
--    A number below the slot's last one is an old connection's, and gets nothing.
local last = call('GET', memory)
if last then
  last = cmsgpack.unpack(last)
  if number < last[1] then return { ms_to_next(), 0, {} } end
  if number == last[1] then
    local lanes, claims = {}, {}
    for i = 2, #last do
      if type(last[i]) == 'table' then lanes[i - 1], claims[i - 1] = last[i][1], last[i][2]
      else lanes[i - 1] = last[i] end
    end
    local states, again, jobs = call('HMGET', heads, unpack(lanes)), { 'ZADD', leases }, {}
    for i, lane in ipairs(lanes) do
      local attempt = states[i] and string.match(states[i], '^[%d:]+')
      if attempt and states[i] == (claims[i] or attempt .. holder) then
        again[#again + 1] = lease_end
        again[#again + 1] = lane
        jobs[#jobs + 1] = lane
        jobs[#jobs + 1] = call('LINDEX', lane_key .. lane, '0')
        jobs[#jobs + 1] = attempt
      end
    end
    if #jobs > 0 then
      call(unpack(again))
      first_lease = first_of(leases)
    end
    return { ms_to_next(), 0, jobs }
  end
end

if all_paused then return { -1, 0, {} } end       -- whoever resumes rings

-- 2. Which lanes. The limit is for what is not in flight yet. Half of the batch is for leases that have ended, half of the
--    other places for lanes that have waited, the rest for ready ones, unless there are too few of the others. Where a
--    half is not whole, they take turns by the number of this take, so that a take of one job starves nobody.
local free = limit > 0 and math.max(0, limit - call('ZCARD', leases)) or math.huge
local function until_now(times, first, most)
  return first <= now and most > 0 and call('ZRANGEBYSCORE', times, '-inf', now, 'LIMIT', 0, most) or {}
end
local function half(count, turn) return math.floor((count + turn % 2) / 2) end
local over = until_now(leases, first_lease, max)
local fallen_due = until_now(due, first_due, math.min(max, free))
local most_ready = math.min(max, free)
local ready_lanes = most_ready > 0 and call('LRANGE', ready, 0, most_ready - 1) or {}
local runnable = #ready_lanes
local over_count = math.min(#over, math.max(half(max, number), max - math.min(#fallen_due + runnable, free)))
local places = math.min(max - over_count, free)
local due_count = math.min(#fallen_due, math.max(half(places, math.floor(number / 2)), places - runnable))
local ready_count = math.min(places - due_count, runnable)

-- 3. What becomes of each lane: lent, put aside, buried at its last ended lease, or dropped because it has no job.
--    The arguments of the writes are collected, and lengths are counted, because # searches.
local lent_until, states, state_size = { 'ZADD', leases }, { 'HSET', heads }, 2
local jobs, remembered, lent = {}, { number }, 0
local function hand_out(lane, element, attempt, memo)
  lent_until[lent * 2 + 3], lent_until[lent * 2 + 4] = lease_end, lane
  jobs[lent * 3 + 1], jobs[lent * 3 + 2], jobs[lent * 3 + 3] = lane, element, attempt
  remembered[lent + 2] = memo
  lent = lent + 1
end
local function lend(lane, element, attempt, state)
  states[state_size + 1], states[state_size + 2], state_size = lane, state, state_size + 2
  hand_out(lane, element, attempt, lane)
end

local emptied, used_up, met, left_due, aside, suspected, out = {}, {}, {}, {}, {}, {}, nil
local suspects_aside, held = 0, 0
local function waits_till(lane, element, ended)
  local till = held_till(lane, element)
  if till then
    held = held + 1
    return till
  end
  if ended < 2 then return nil end
  out = out or suspects_out()
  if not may_go(out, lane, ended) then
    suspects_aside = suspects_aside + 1
    return now + suspect_delay * suspects_aside
  end
  out[lane] = ended
  suspected[#suspected + 1] = lane
  return nil
end
local function go_on(lanes, count, from_due)
  if count == 0 then return end
  local before = call('HMGET', heads, unpack(lanes, 1, count))
  for i = 1, count do
    local lane, state = lanes[i], before[i] or ''
    local element = call('LINDEX', lane_key .. lane, '0')
    local attempt, ended, held_by = parse(state)
    local kind = string.sub(held_by, 1, 1)         -- '' it waits | '~' a hand-off take that nobody claimed | else its holder ended without a word
    local without_a_word = kind ~= '' and kind ~= '~'
    if without_a_word then ended = ended + 1 end
    local waits = false
    if not element then emptied[#emptied + 1] = lane
    elseif met[lane] then                          -- it stands in both sets, because a log was torn
    elseif without_a_word and ended >= max_ended then
      emptied[#emptied + 1] = lane
      used_up[#used_up + 1] = { lane, element, attempt }
    else
      local till = waits_till(lane, element, ended)
      if till then
        if without_a_word then attempt, kind = attempt - 1, '' end
        aside[#aside + 1] = { lane, counts(attempt, ended) .. '.' .. kind, till }
        waits = true
      elseif hand_off and kind == '+' then hand_out(lane, element, counts(attempt, ended - 1), { lane, state })
      else
        if not hand_off and not without_a_word then attempt = attempt + 1 end
        local so_far = counts(attempt, ended)
        lend(lane, element, so_far, so_far .. holder)
      end
    end
    if from_due and not waits then left_due[#left_due + 1] = lane end
    met[lane] = true
  end
end
go_on(over, over_count)
go_on(fallen_due, due_count, true)
local first_attempt = hand_off and 0 or 1
local first_state = first_attempt .. holder
for i = 1, ready_count do
  local lane = ready_lanes[i]
  local element = call('LINDEX', lane_key .. lane, '0')
  local till = element and waits_till(lane, element, 0)
  if till then aside[#aside + 1] = { lane, '0.', till }
  elseif element then lend(lane, element, first_attempt, first_state) end
end

-- 4. The writes.
if ready_count > 0 then call('LPOP', ready, ready_count) end
if #emptied > 0 then
  call('ZREM', leases, unpack(emptied))
  call('HDEL', heads, unpack(emptied))
end
for i = 1, #used_up do
  local lane, element, attempts = unpack(used_up[i])
  dead_letter(lane, element, attempts, 'lease ended')
  call('LPOP', lane_key .. lane)
  if call('LLEN', lane_key .. lane) > 0 then call('RPUSH', ready, lane) end
end
if #used_up > 0 then call('HINCRBY', stats, 'out', #used_up) end
if lent > 0 then
  call(unpack(lent_until))
  if state_size > 2 then call(unpack(states)) end
  call('SET', memory, cmsgpack.pack(remembered), 'PX', lease + 60000)   -- longer than the lease, so that a late repeat is known
end
if #left_due > 0 then call('ZREM', due, unpack(left_due)) end
for i = 1, #aside do put_aside(unpack(aside[i])) end
for i = 1, #suspected do go_out(suspected[i], lease) end
if over_count + due_count + #aside > 0 then first_lease, first_due = first_of(leases), first_of(due)
elseif lent > 0 then first_lease = math.min(first_lease, now + lease) end

-- 5. What is left for others. Who got nothing sleeps until the next time by itself; who got something does not.
if over_count + due_count + ready_count > 0 and not is_full() and (is_soon(first_due) or call('LLEN', ready) > 0) then ring() end
return { ms_to_next(), #used_up + held, jobs }
`;
