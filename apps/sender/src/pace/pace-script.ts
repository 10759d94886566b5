/**
 * Asks for the place of one message, as the pacer of one process does, for all senders together. A time that lies further ahead than
 * it can is one of before the clock of Redis was set back, and is cut.
 */
export const acquireScript = `#!lua
-- KEYS  1 account   2 chat   3 minute of the chat
-- ARGV  1 now in ms, 0 = server's     4 messages to the chat at once    6 '1' = asks for what is left over
--       2 ms between two messages     5 most in a minute, '0' = any     7 how many of a minute are kept from what is left over
--       3 ms between two to the chat                                    8 ms by which who was told to wait may be late
-- Reply 0 = it may go, and is counted; else the ms after which to ask again
local account, chat, minute = KEYS[1], KEYS[2], KEYS[3]
local call = redis.call
local now, spacing, interval, burst, per_minute = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local spare = ARGV[6] == '1'
if now == 0 then
  local time = call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end
local function text(number) return string.format('%.17g', number) end
local function read(key, field, most) return math.min(tonumber(call('HGET', key, field) or '0'), now + most) end
local function paused(key) return read(key, 'paused', tonumber(call('HGET', key, 'paused_for') or '0')) end
local function keep(key, ms)
  if call('PTTL', key) < ms then call('PEXPIRE', key, ms) end
end

local chat_free = math.max(read(chat, 'free', burst * interval), now)
local all_free = read(account, 'free', spacing)
local may_go = math.max(chat_free - (spare and 0 or burst - 1) * interval, paused(chat), all_free, paused(account))
if per_minute > 0 then
  local room = per_minute - (spare and tonumber(ARGV[7]) or 0)
  may_go = math.max(may_go, math.min(tonumber(call('LINDEX', minute, -room) or '0'), now + 60000))
end
if spare then may_go = math.max(may_go, read(account, 'awaited', spacing + tonumber(ARGV[8]))) end
if may_go > now then
  if not spare and may_go == all_free then
    call('HSET', account, 'awaited', text(may_go + tonumber(ARGV[8])))
    keep(account, 60000)
  end
  return math.ceil(may_go - now)
end
call('HSET', chat, 'free', text(chat_free + interval))
keep(chat, math.ceil(burst * interval) + 1000)
call('HSET', account, 'free', text(math.max(all_free, now) + spacing))
keep(account, 60000)
if per_minute > 0 then
  call('RPUSH', minute, text(now + 60000))
  call('LTRIM', minute, -per_minute, -1)
  keep(minute, 60000)
end
return 0
`;

/** Lets nothing go for a while: to a chat, or to all. */
export const pauseScript = `#!lua
-- KEYS  1 account, or chat
-- ARGV  1 now in ms, 0 = server's   2 how long, in ms
local call, scope = redis.call, KEYS[1]
local now, ms = tonumber(ARGV[1]), tonumber(ARGV[2])
if now == 0 then
  local time = call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end
local before = math.min(tonumber(call('HGET', scope, 'paused') or '0'), now + tonumber(call('HGET', scope, 'paused_for') or '0'))
local till = math.max(before, now + ms)
call('HSET', scope, 'paused', string.format('%.17g', till), 'paused_for', string.format('%.17g', till - now))
local left = math.ceil(till - now)
if call('PTTL', scope) < left then call('PEXPIRE', scope, left) end
`;
