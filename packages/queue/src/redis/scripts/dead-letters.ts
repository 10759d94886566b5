import { above, clock, elements } from "./fragments.ts";

/** Lists the dead letters above the watermark of acknowledgement, oldest first. */
export const unacknowledged = `#!lua flags=no-writes
-- KEYS  1 stats   2 dead
-- ARGV  1 most letters
-- Reply the letters
local stats, dead = KEYS[1], KEYS[2]
${above}
local from = above(tonumber(redis.call('HGET', stats, 'reported') or '0'))
return redis.call('LRANGE', dead, from, from + tonumber(ARGV[1]) - 1)
`;

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

/** Moves dead letters to the end of their lanes, past the dedupe check. A number that is not there is left out. */
export const replay = `#!lua
-- KEYS  1 ready   2 stats   3 dead
-- ARGV  1 prefix of the keys            3 dedupe window in ms, 0 = off
--       2 now in ms, 0 = server's
--       then the numbers, ascending
-- Reply how many were found
local ready, stats, dead = KEYS[1], KEYS[2], KEYS[3]
local lane_key, seen_key, window = ARGV[1] .. 'lane:', ARGV[1] .. 'seen:', tonumber(ARGV[3])
local call = redis.call
${clock}
${elements}
${above}
local found = 0
for i = 4, #ARGV do
  local number = tonumber(ARGV[i])
  local text = call('LINDEX', dead, above(number - 1))
  local letter = text and cjson.decode(text)
  if letter and letter.number == number then
    call('LREM', dead, 1, text)
    if window > 0 then call('SET', seen_key .. letter.id, '', 'PX', window) end   -- the producer's own repeat is still a duplicate
    if call('RPUSH', lane_key .. letter.lane, element_of(letter.id, letter.body)) == 1 then call('RPUSH', ready, letter.lane) end
    found = found + 1
  end
end
if found > 0 then call('HINCRBY', stats, 'in', found) end
return found
`;
