import { clock, deadLetter, elements } from "./fragments.ts";

/**
 * Leases the head jobs of lanes: first of those whose lease has ended, then of those whose retry is due, then of ready
 * ones. A repeat under the same number of the same slot hands out the same jobs.
 */
export const take = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 dead   7 take:<slot>
-- ARGV  1 prefix of the keys            6 dead letters kept
--       2 now in ms, 0 = server's       7 slot
--       3 most jobs                     8 number of this take within its slot
--       4 lease in ms                   9 most lanes in flight over the whole queue, 0 = no limit
--       5 most attempts                10 '1' in hand-off mode: this take counts no attempt and buries nothing, and a head that was claimed stays its claimer's
-- Reply 1 ms until a lease ends or a lane falls due, -1 = never
--       2 number of jobs that were buried
--       3 for each job: lane, element, attempt
--       4 1 if the limit holds lanes back
local ready, leases, due, heads, stats, dead, memory = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7]
local lane_key = ARGV[1] .. 'lane:'
local max, lease, max_attempts, dead_limit = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local number, limit, hand_off = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10] == '1'
local call = redis.call
${clock}
${elements}
${deadLetter}
local holder = (hand_off and '.~' or '.') .. ARGV[7] .. '.' .. ARGV[8]   -- behind the attempt: what heads says of a lane, and the nonce of its receipt
local lease_end = string.format('%.0f', now + lease)                     -- as text, because a number would be printed for every lane

local function first_of(times)
  local first = call('ZRANGE', times, 0, 0, 'WITHSCORES')
  return tonumber(first[2]) or math.huge
end
local first_lease, first_due = first_of(leases), first_of(due)
local function ms_to_next()
  local first = math.min(first_lease, first_due)
  return first < math.huge and math.max(0, first - now) or -1
end

-- 1. A repeat, whose answer was lost, hands out what it handed out before and what nobody else has got since.
--    A number below the slot's last one is an old connection's, and gets nothing.
local last = call('GET', memory)
if last then
  last = cmsgpack.unpack(last)
  if number < last[1] then return { ms_to_next(), 0, {}, 0 } end
  if number == last[1] then
    local lanes, claims = {}, {}
    for i = 2, #last do
      if type(last[i]) == 'table' then lanes[i - 1], claims[i - 1] = last[i][1], last[i][2]
      else lanes[i - 1] = last[i] end
    end
    local states, again, jobs = call('HMGET', heads, unpack(lanes)), { 'ZADD', leases }, {}
    for i, lane in ipairs(lanes) do
      local attempt = states[i] and string.match(states[i], '^%d+')
      if attempt and states[i] == (claims[i] or attempt .. holder) then
        again[#again + 1] = lease_end
        again[#again + 1] = lane
        jobs[#jobs + 1] = lane
        jobs[#jobs + 1] = call('LINDEX', lane_key .. lane, '0')
        jobs[#jobs + 1] = tonumber(attempt)
      end
    end
    if #jobs > 0 then
      call(unpack(again))
      first_lease = first_of(leases)
    end
    return { ms_to_next(), 0, jobs, 0 }
  end
end

-- 2. Which lanes: late ones (their lease has ended, or their time has come), at most half of the batch while others are
--    ready, then ready ones. The limit is for what is not in flight yet.
local free = limit > 0 and math.max(0, limit - call('ZCARD', leases)) or math.huge
local function until_now(times, first, most)
  return first <= now and most > 0 and call('ZRANGEBYSCORE', times, '-inf', now, 'LIMIT', 0, most) or {}
end
local over = until_now(leases, first_lease, max)
local fallen_due = until_now(due, first_due, math.min(max - #over, free))
local over_count, due_count = #over, #fallen_due
if over_count + due_count > 0 then
  local runnable = math.min(call('LLEN', ready), free - due_count)
  local share = math.max(math.ceil(max / 2), max - runnable)
  over_count = math.min(over_count, share)
  due_count = math.min(due_count, share - over_count)
end
local wanted = math.min(max - over_count, free) - due_count
local ready_lanes = wanted > 0 and call('LRANGE', ready, 0, wanted) or {}   -- one more than wanted: the first may be a nudge ('', see finish.ts), which is no lane
local first_ready, last_ready = 1, math.min(#ready_lanes, wanted)
if ready_lanes[1] == '' then first_ready, last_ready = 2, #ready_lanes end

-- 3. What becomes of each lane: lent, buried at its last attempt, or dropped because it has no job.
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

local ended, used_up, met = {}, {}, {}
local function go_on(lanes, count)
  if count == 0 then return end
  local held = call('HMGET', heads, unpack(lanes, 1, count))
  for i = 1, count do
    local lane, state = lanes[i], held[i] or '0.'
    local element = call('LINDEX', lane_key .. lane, '0')
    local attempt = tonumber(string.match(state, '^%d+'))
    if not element then ended[#ended + 1] = lane
    elseif met[lane] then                          -- it stands in both sets, because a log was torn
    elseif hand_off then
      if string.find(state, '^%d+%.%+') then hand_out(lane, element, attempt, { lane, state })
      else lend(lane, element, attempt, attempt .. holder) end
    elseif attempt < max_attempts then lend(lane, element, attempt + 1, (attempt + 1) .. holder)
    else
      ended[#ended + 1] = lane
      used_up[#used_up + 1] = { lane, element, attempt }
    end
    met[lane] = true
  end
end
go_on(over, over_count)
go_on(fallen_due, due_count)
local first_attempt = hand_off and 0 or 1
local first_state = first_attempt .. holder
for i = first_ready, last_ready do
  local element = call('LINDEX', lane_key .. ready_lanes[i], '0')
  if element then lend(ready_lanes[i], element, first_attempt, first_state) end
end

-- 4. The writes.
if last_ready > 0 then call('LPOP', ready, last_ready) end
if #ended > 0 then
  call('ZREM', leases, unpack(ended))
  call('HDEL', heads, unpack(ended))
end
for i = 1, #used_up do
  local lane, element, attempts = unpack(used_up[i])
  dead_letter(lane, element, attempts, 'lease ended')
  call('LPOP', lane_key .. lane)
  if call('LLEN', lane_key .. lane) > 0 then call('RPUSH', ready, lane) end
end
if #used_up > 0 then
  call('LTRIM', dead, -dead_limit, -1)
  call('HINCRBY', stats, 'out', #used_up)
end
if lent > 0 then
  call(unpack(lent_until))
  if state_size > 2 then call(unpack(states)) end
  call('SET', memory, cmsgpack.pack(remembered), 'PX', lease + 60000)   -- longer than the lease, so that a late repeat is known
end
if due_count > 0 then call('ZREM', due, unpack(fallen_due, 1, due_count)) end
if over_count + due_count > 0 then first_lease, first_due = first_of(leases), first_of(due)
elseif lent > 0 then first_lease = math.min(first_lease, now + lease) end
local full = limit > 0 and call('ZCARD', leases) >= limit and (first_due <= now or call('LLEN', ready) > 0)
return { ms_to_next(), #used_up, jobs, full and 1 or 0 }
`;
