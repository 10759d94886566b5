import { clock, elements, letters, rings } from "./fragments.ts";

/** Raises the watermark of acknowledgement, never above the last dead letter: later ones must still be told. */
export const acknowledge = `#!lua flags=allow-oom
-- KEYS  1 stats
-- ARGV  1 number of the last letter to acknowledge
-- Reply the number up to which letters are acknowledged by this call
local stats = KEYS[1]
local numbers = redis.call('HMGET', stats, 'dead', 'reported')
local through = math.min(tonumber(ARGV[1]), tonumber(numbers[1] or '0'))
if through > tonumber(numbers[2] or '0') then redis.call('HSET', stats, 'reported', through) end
return through
`;

/**
 * Moves dead letters to the end of their lanes, past the dedupe check. A number that is not there is left out. It stops when
 * it has read enough, because nothing else runs in Redis meanwhile.
 */
export const replay = `#!lua
-- KEYS  1 ready   2 due   3 stats   4 letters   5 bell
-- ARGV  1 prefix of the keys            3 dedupe window in ms, 0 = off
--       2 now in ms, 0 = server's
--       then the numbers, ascending
-- Reply how many were found, and how many of the numbers were looked at
local ready, due, stats, dead, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local lane_key, seen_key, window = ARGV[1] .. 'lane:', ARGV[1] .. 'seen:', tonumber(ARGV[3])
local call = redis.call
${clock}
${elements}
${letters}
${rings}
local found, read, looked = 0, 0, 0
for i = 4, #ARGV do
  local text = call('ZRANGEBYSCORE', dead, ARGV[i], ARGV[i], 'LIMIT', 0, 1)[1]
  local letter = text and letter_of(text)
  if letter then
    call('ZREM', dead, text)
    if window > 0 then call('SET', seen_key .. letter.id, '', 'PX', window) end   -- the producer's own repeat is still a duplicate
    if call('RPUSH', lane_key .. letter.lane, element_of(letter.id, letter.body)) == 1 then call('RPUSH', ready, letter.lane) end
    found = found + 1
    read = read + #text
  end
  looked = looked + 1
  if read > 300000 then break end
end
if found > 0 then
  call('HINCRBY', stats, 'in', found)
  ring_if_more()
end
return { found, looked }
`;

/** Drops dead letters by their numbers. */
export const discard = `#!lua flags=allow-oom
-- KEYS  1 letters
-- ARGV  the numbers
-- Reply how many were found
local found = 0
for i = 1, #ARGV do found = found + redis.call('ZREMRANGEBYSCORE', KEYS[1], ARGV[i], ARGV[i]) end
return found
`;

/** Drops the dead letters of a lane, a slice of all letters at a time. */
export const discardLane = `#!lua flags=allow-oom
-- KEYS  1 letters
-- ARGV  1 lane   2 number above which it begins   3 most letters to look at
-- Reply how many were found, and the number of the last letter that was looked at; '' when there is none above
local dead = KEYS[1]
${letters}
local slice = redis.call('ZRANGEBYSCORE', dead, '(' .. ARGV[2], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[3])
local needle = '"lane":' .. cjson.encode(ARGV[1])   -- no body has it, because its quotes would be escaped
local found = 0
for i = 1, #slice, 2 do
  if string.find(slice[i], needle, 1, true) then
    local letter = letter_of(slice[i])
    if letter and letter.lane == ARGV[1] then found = found + redis.call('ZREM', dead, slice[i]) end
  end
end
return { found, slice[#slice] or '' }
`;

/** Drops the dead letters that were buried at a moment or before it, the oldest first. */
export const purge = `#!lua flags=allow-oom
-- KEYS  1 letters
-- ARGV  1 prefix of the keys            3 least age in ms
--       2 now in ms, 0 = server's       4 most letters to drop
-- Reply how many were dropped
local dead = KEYS[1]
${clock}
${letters}
return drop_old(now - ARGV[3], tonumber(ARGV[4]))
`;

/** Takes over the dead letters of an older release, which kept them as a list. */
export const adopt = `#!lua flags=allow-oom
-- KEYS  1 dead, the list   2 letters
-- ARGV  1 most letters
-- Reply how many were moved
local dead = KEYS[2]
${letters}
local texts = redis.call('LPOP', KEYS[1], ARGV[1]) or {}
for _, text in ipairs(texts) do
  local letter = letter_of(text)
  if letter then redis.call('ZADD', dead, letter.number, text) end
end
return #texts
`;
