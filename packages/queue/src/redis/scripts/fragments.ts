/** Reads the moment from `ARGV[2]`; 0 = the clock of the server. */
export const clock = `
local now = tonumber(ARGV[2])
if now == 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
`;

/** A list element is `<id> @<time of the push, in ms> <json>`; an older release wrote no time. Needs the clock. */
export const elements = `
local stamp = string.format(' @%.0f ', now)
local function element_of(id, json) return id .. stamp .. json end
local function read_element(element)
  local id = string.match(element, '^%S*')
  local pushed, from = string.match(element, '^@(%d+) ()', #id + 2)
  return id, tonumber(pushed), string.sub(element, from or #id + 2)
end
`;

/** Keeps a list element as a dead letter. Needs the clock, `elements`, and the keys `stats` and `dead`. */
export const deadLetter = `
local function dead_letter(lane, element, attempts, reason)
  local id, pushed, json = read_element(element)
  local number = redis.call('HINCRBY', stats, 'dead', 1)
  redis.call('RPUSH', dead, cjson.encode({ number = number, id = id, lane = lane, body = json, attempts = attempts, reason = reason, pushed = pushed, at = now }))
end
`;

/** Finds the first dead letter above a number by halving, because numbers grow along the list. Needs the key `dead`. */
export const above = `
local function above(number)
  local low, high = 0, redis.call('LLEN', dead)
  while low < high do
    local middle = math.floor((low + high) / 2)
    if cjson.decode(redis.call('LINDEX', dead, middle)).number > number then high = middle else low = middle + 1 end
  end
  return low
end
`;
