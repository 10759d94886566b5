/** Numbers grow along the list, so the first letter above a number is found by halving. */
const above = `
local function above(number)
  local low, high = 0, redis.call('LLEN', dead)
  while low < high do
    local mid = math.floor((low + high) / 2)
    if cjson.decode(redis.call('LINDEX', dead, mid)).number > number then high = mid else low = mid + 1 end
  end
  return low
end
`;

/** Dead letters above the watermark of acknowledgement, oldest first. */
export const unacknowledged = `#!lua flags=no-writes
-- KEYS: stats, dead. ARGV: limit. Reply: entries
local stats, dead = KEYS[1], KEYS[2]
${above}
local from = above(tonumber(redis.call('HGET', stats, 'reported') or '0'))
return redis.call('LRANGE', dead, from, from + tonumber(ARGV[1]) - 1)
`;

/** Raises the watermark of acknowledgement, never above the last dead letter: later ones must still be told. */
export const acknowledge = `#!lua flags=allow-oom
-- KEYS: stats. ARGV: through
local s = redis.call('HMGET', KEYS[1], 'dead', 'reported')
local through = math.min(tonumber(ARGV[1]), tonumber(s[1] or '0'))
if through > tonumber(s[2] or '0') then redis.call('HSET', KEYS[1], 'reported', through) end
return through
`;

/** Moves dead letters to the end of their lanes, past the dedupe check. A number that is not there is left out. */
export const replay = `#!lua
-- KEYS: ready, stats, dead. ARGV: prefix, dedupe window ms (0 = off), numbers, ascending
-- Reply: how many were found
local p, ttl = ARGV[1], tonumber(ARGV[2])
local ready, stats, dead = KEYS[1], KEYS[2], KEYS[3]
${above}
local found = 0
for i = 3, #ARGV do
  local number = tonumber(ARGV[i])
  local text = redis.call('LINDEX', dead, above(number - 1))
  local letter = text and cjson.decode(text)
  if letter and letter.number == number then
    redis.call('LREM', dead, 1, text)
    if ttl > 0 then redis.call('SET', p .. 'seen:' .. letter.id, '', 'PX', ttl) end   -- the producer's own repeat is still a duplicate
    if redis.call('RPUSH', p .. 'lane:' .. letter.lane, letter.id .. ' ' .. letter.body) == 1 then redis.call('RPUSH', ready, letter.lane) end
    found = found + 1
  end
end
if found > 0 then redis.call('HINCRBY', stats, 'in', found) end
return found
`;
