import { longestSleepMs } from "../bell.ts";

/** Reads the moment from `ARGV[2]`; 0 = the clock of the server. */
export const clock = `
local now = tonumber(ARGV[2])
if now == 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
`;

/**
 * Wakes one sleeping taker. There is one ring at most: whoever is woken, and leaves something that a sleeper must see, rings
 * for the next one. A sleeper looks by itself after a while, so what is due later needs no ring. Needs the clock and the
 * keys `ready`, `due` and `bell`.
 */
export const rings = `
local function ring()
  if call('EXISTS', bell) == 0 then call('RPUSH', bell, '') end
end
local function is_soon(at) return at - now < ${longestSleepMs} end
local function ring_if_more()
  if call('LLEN', ready) > 0 then return ring() end
  local first = call('ZRANGE', due, '0', '0', 'WITHSCORES')
  if first[2] and is_soon(tonumber(first[2])) then ring() end
end
`;

/**
 * A list element is `<id> @<time of the push, in ms> <json>`, with `+<delay in ms>` behind the time where there is one; an older
 * release wrote no time. Needs the clock.
 */
export const elements = `
local stamp = string.format(' @%.0f', now)
local function element_of(id, json, delay) return id .. stamp .. (delay and '+' .. delay .. ' ' or ' ') .. json end
local function read_element(element)
  local id = string.match(element, '^%S*')
  local pushed, from = string.match(element, '^@(%d+)%+?%d* ()', #id + 2)
  return id, tonumber(pushed), string.sub(element, from or #id + 2)
end
`;

/**
 * Reads dead letters: JSON in a sorted set by number, which grows with time. What is no letter is passed over, and dropped
 * with the old ones. Needs the key `dead`.
 */
export const letters = `
local function letter_of(text)
  local is_json, letter = pcall(cjson.decode, text)
  if not is_json or type(letter) ~= 'table' then return nil end
  for name, kind in pairs({ number = 'number', at = 'number', id = 'string', lane = 'string', body = 'string' }) do
    if type(letter[name]) ~= kind then return nil end
  end
  return letter
end
local function drop_old(till, most)
  for dropped = 0, most - 1 do
    local text = redis.call('ZRANGE', dead, 0, 0)[1]
    local letter = text and letter_of(text)
    if not text or letter and letter.at > till then return dropped end
    redis.call('ZREM', dead, text)
  end
  return most
end
`;

/**
 * Keeps a list element as a dead letter. Old letters go when a new one comes, and all of them by themselves when none does.
 * Needs the clock, `elements` and `letters`, the keys `stats` and `dead`, and `kept`: `<most letters> <their time in ms, 0 = for
 * ever>`.
 */
export const deadLetter = `
local function dead_letter(lane, element, attempts, reason)
  local id, pushed, json = read_element(element)
  local number = redis.call('HINCRBY', stats, 'dead', 1)
  local most, ms = string.match(kept, '^(%d+) (%d+)$')
  redis.call('ZADD', dead, number, cjson.encode({ number = number, id = id, lane = lane, body = json, attempts = attempts, reason = reason, pushed = pushed, at = now }))
  redis.call('ZREMRANGEBYRANK', dead, 0, -most - 1)
  if ms == '0' then redis.call('PERSIST', dead)
  else
    drop_old(now - ms, 10)
    redis.call('PEXPIRE', dead, ms)
  end
end
`;

/**
 * Says until when a lane may not be handed out: for ever while it is paused, or until the time of its head; nil = it may.
 * Needs the clock and the key `paused`.
 */
export const holds = `
local some_paused = call('EXISTS', paused) == 1
local all_paused = some_paused and call('SISMEMBER', paused, '') == 1   -- no lane is called so
local function held_till(lane, element)
  if some_paused and call('SISMEMBER', paused, lane) == 1 then return math.huge end
  if not string.find(element, '+', 1, true) then return nil end   -- most have no delay, and a pattern costs ten times as much
  local pushed, delay = string.match(element, '^%S* @(%d+)%+(%d+) ')
  return pushed and pushed + delay > now and pushed + delay or nil
end
`;

/** Lets a lane wait. Needs the keys `leases`, `due` and `heads`. */
export const waits = `
local function put_aside(lane, state, till)
  call('ZADD', due, string.format('%.0f', till), lane)
  call('HSET', heads, lane, state)
  call('ZREM', leases, lane)
end
`;

/** Reads and writes what `heads` says of a lane: `<attempt>[:<ended leases>].<holder>`. */
export const nonces = `
local function parse(state)
  local attempt, ended, holder = string.match(state, '^(%d+):?(%d*)%.(.*)$')
  return tonumber(attempt) or 0, tonumber(ended) or 0, holder or ''
end
local function counts(attempt, ended)
  return ended > 0 and attempt .. ':' .. ended or attempt
end
`;

/**
 * Keeps suspects apart: a lane is one when two leases of its head have ended. Ten of them may be out at once, and one that
 * made a third lease end goes alone. A suspect holds others up while it is in flight, and for four leases at most.
 * Needs the clock, `nonces` and the keys `leases`, `due`, `heads` and `suspects`.
 */
export const suspects = `
local suspect_delay = 100
local function suspects_out()
  local out, lanes = {}, call('ZRANGEBYSCORE', suspects, '(' .. string.format('%.0f', now), '+inf')
  if #lanes == 0 then return out end
  local states, ends = call('HMGET', heads, unpack(lanes)), call('ZMSCORE', leases, unpack(lanes))
  for i, lane in ipairs(lanes) do
    local _, ended = parse(states[i] or '')
    if ended > 0 and ends[i] and tonumber(ends[i]) > now then out[lane] = ended end
  end
  return out
end
local function may_go(out, lane, ended)
  local others = 0
  for other, its in pairs(out) do
    if other ~= lane then
      if ended > 2 or its > 2 then return false end
      others = others + 1
    end
  end
  return others < 10
end
local function go_out(lane, lease)
  call('ZREMRANGEBYSCORE', suspects, '-inf', now)
  call('ZADD', suspects, string.format('%.0f', now + 4 * lease), lane)
  call('PEXPIRE', suspects, 4 * lease + 60000)
end
`;
