import { clock, deadLetter, elements, letters, nonces, rings } from "./fragments.ts";

/** Uses receipts to settle, extend, retry, defer or bury, from any process. */
export const finish = `#!lua flags=allow-oom
-- KEYS  1 ready   2 leases   3 due   4 heads   5 stats   6 letters   7 bell
-- ARGV  1 prefix of the keys            5 most attempts
--       2 now in ms, 0 = server's       6 letters letters kept, see fragments.ts
--       3 settle | extend | retry | defer | bury
--       4 lease or delay in ms          7 reason of a dead letter
--       then for each receipt: lane, id, nonce (see receipt.ts)
-- Reply for each receipt: 1 done | 2 buried, because the retry was refused | 0 stale, the job is there but somebody else's | -1 gone, settled or buried before
local ready, leases, due, heads, stats, dead, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7]
local lane_key = ARGV[1] .. 'lane:'
local op, ms, max_attempts, kept, reason = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6], ARGV[7]
local call = redis.call
${clock}
${elements}
${letters}
${deadLetter}
${nonces}
${rings}
if (#ARGV - 7) % 3 ~= 0 or #ARGV < 10 then return redis.error_reply('ARGS finish') end

-- 1. Which receipts hold. The same one twice in a call works once.
local lanes, outcomes, held, held_count, nonces = {}, {}, {}, 0, {}
for i = 8, #ARGV, 3 do lanes[(i - 5) / 3] = ARGV[i] end
local states = call('HMGET', heads, unpack(lanes))
for i = 1, #lanes do
  local lane = lanes[i]
  if states[i] == ARGV[7 + i * 3] then
    outcomes[i] = 1
    if not nonces[lane] then
      held_count = held_count + 1
      held[held_count] = lane
      nonces[lane] = states[i]
    end
  else
    local id, element = ARGV[6 + i * 3] .. ' ', call('LINDEX', lane_key .. lane, '0')
    outcomes[i] = element and string.sub(element, 1, #id) == id and 0 or -1
  end
end
if held_count == 0 then return outcomes end

-- 2. What becomes of each job. The writes of all lanes are collected, and lengths are counted, because # searches.
local times, states_after, buried = { 'ZADD', op == 'extend' and leases or due }, { 'HSET', heads }, 0
local ended, ended_count, again, again_count, waiting = {}, 0, {}, 0, {}
local till = string.format('%.0f', now + ms)       -- as text, because a number would be printed for every lane
for i = 1, held_count do
  local lane = held[i]
  local attempt, ended_leases, holder
  if op ~= 'settle' and op ~= 'extend' then attempt, ended_leases, holder = parse(nonces[lane]) end
  if op == 'extend' then
    times[#times + 1] = till
    times[#times + 1] = lane
  elseif op == 'defer' or (op == 'retry' and attempt < max_attempts) then
    times[#times + 1] = till
    times[#times + 1] = lane
    local mark = ''
    if op == 'defer' then                          -- what a hand-off take never counted is not given back, and may be claimed while it waits
      if string.sub(holder, 1, 1) == '~' then mark = '~' else attempt = attempt - 1 end
    end
    local state = counts(attempt, ended_leases) .. '.' .. mark
    states_after[#states_after + 1] = lane
    states_after[#states_after + 1] = state
    waiting[#waiting + 1] = lane
  else
    if op == 'settle' then call('LTRIM', lane_key .. lane, '1', '-1')   -- not LPOP, because a body that comes through Lua is hashed whole
    else
      buried = buried + 1
      nonces[lane] = 'buried'
      dead_letter(lane, call('LPOP', lane_key .. lane), attempt, reason)
    end
    ended_count = ended_count + 1
    ended[ended_count] = lane
    if call('LLEN', lane_key .. lane) > 0 then
      again_count = again_count + 1
      again[again_count] = lane
    end
  end
end

-- 3. The writes.
if ended_count > 0 then
  if call('ZREM', leases, unpack(ended)) < ended_count then call('ZREM', due, unpack(ended)) end   -- an older release kept leases in due
  call('HDEL', heads, unpack(ended))
  call('HINCRBY', stats, 'out', ended_count)
  if again_count > 0 then call('RPUSH', ready, unpack(again)) end
end
if buried > 0 and op == 'retry' then
  for i = 1, #lanes do
    if outcomes[i] == 1 and nonces[lanes[i]] == 'buried' then outcomes[i] = 2 end
  end
end
if #times > 2 then
  local moved = call(unpack(times))
  if op == 'extend' then
    if moved > 0 then call('ZREM', due, unpack(held)) end   -- as above
  else
    call(unpack(states_after))
    call('ZREM', leases, unpack(waiting))
  end
end
if op ~= 'extend' then ring_if_more() end          -- a place of the in-flight limit is free, or a lane falls due
return outcomes
`;
