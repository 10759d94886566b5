import { digits, postingLength } from "../recall/postings.ts";
import { reach } from "../recall/rank.ts";

/**
 * A recall index over keys of one chat, in the slot of its window, whose forget epoch it shares:
 *
 *   {ns:chat}:rm   HASH   epoch, analyzer, first, last, built, units, turns, at, cursor (of the sweep), sittings (`<n>:<atMs>;` …)
 *   {ns:chat}:rt   HASH   number of a turn → `<units>|<turn id>\n<JSON>`
 *   {ns:chat}:ri   HASH   turn id → number
 *   {ns:chat}:rp   HASH   term → its newest postings, 128 at most
 *   {ns:chat}:rq   HASH   term → older postings of a common term
 *
 * There are two levels of postings, because to append to a value copies all of it. What is of a lower epoch than `e` counts as not
 * there. Every check stands before the first write.
 */

/** A newest list is split at this length. */
const newestLength = 128 * postingLength;
/** How many terms are looked through for postings of dropped turns, for each turn that comes. */
const sweptPerTurn = 64;
/** The oldest sittings are not known any more beyond this length. */
const longestSittings = 32_768;
/** A guess what will be asked for takes so many postings of the rarest terms, and so many places with all around them. */
const guessedFrom = 64 * postingLength;
const guessedPlaces = 4;

/** Lua: the fields of the index that is of the epoch of the chat; none when a forget came since. */
const held = (fields: string) => `
local e = redis.call('GET', KEYS[1]) or '0'
local m = redis.call('HMGET', KEYS[2], 'epoch', ${fields})
if m[1] and tonumber(m[1]) >= tonumber(e) then e = m[1] else m = {} end`;

/**
 * Lua: the number of the unit of the posting that stands there. Numbers are compared and never texts, because Redis orders texts by
 * the language that its server was started in, where small and capital letters stand beside each other.
 */
const unitAt = `
local digit = {}
for i = 1, 64 do digit[string.byte('${digits}', i)] = i - 1 end
local function unitAt(list, place)
  local a, b, c, d = string.byte(list, place, place + 3)
  return ((digit[a] * 64 + digit[b]) * 64 + digit[c]) * 64 + digit[d]
end`;

/** KEYS e rm ri, ARGV ids → epoch, analyzer, first, last, built, units, at, number of each id or nil */
export const state = `${held("'analyzer', 'first', 'last', 'built', 'units', 'at'")}
local known = #ARGV > 0 and m[1] and redis.call('HMGET', KEYS[3], unpack(ARGV)) or {}
return { e, m[2] or '', m[3] or '1', m[4] or '0', m[5] or '0', m[6] or '0', m[7] or '0', known }`;

/**
 * Lua: the numbers of the turns around those messages that hold most of the rarest terms. To rank them takes all postings,
 * and would take the one thread that everybody shares ten times as long.
 */
const guess = `
local terms, values, numbers, guessed, left = {}, {}, {}, {}, ${guessedFrom}
for i = 1, #newest do
  if newest[i] then terms[#terms + 1] = { list = newest[i], length = #newest[i] + #(older[i] or '') } end
end
table.sort(terms, function(one, other) return one.length < other.length end)
for _, term in ipairs(terms) do
  local value = math.log(1 + m[6] * ${postingLength} / term.length)
  for p = math.max(1, #term.list - left + 1), #term.list, ${postingLength} do
    local unit = string.sub(term.list, p, p + 3)
    values[unit] = (values[unit] or 0) + value
  end
  left = left - #term.list
  if left <= 0 then break end
end
for _ = 1, ${guessedPlaces} do
  local best
  for unit, value in pairs(values) do
    if not best or value > values[best] then best = unit end
  end
  if not best then break end
  values[best] = nil
  local n = math.floor(unitAt(best, 1) / 2)
  for near = n - ${reach / 2}, n + ${reach / 2} do
    if not guessed[near] then numbers[#numbers + 1] = near end
    guessed[near] = true
  end
end`;

/**
 * KEYS e rm rp rq rt, ARGV sittings (1 or 0), terms → epoch, analyzer, first, last, built, units, sittings, of each term its
 * newest postings or nil and its older ones or nil, numbers of turns that will probably be asked for, entry of each or nil
 */
export const read = `${unitAt}${held("'analyzer', 'first', 'last', 'built', 'units', ARGV[1] == '1' and 'sittings' or '-'")}
local newest, older = {}, {}
if m[1] and #ARGV > 1 then
  newest = redis.call('HMGET', KEYS[3], unpack(ARGV, 2))
  older = redis.call('HMGET', KEYS[4], unpack(ARGV, 2))
end${guess}
local likely = #numbers > 0 and redis.call('HMGET', KEYS[5], unpack(numbers)) or {}
return { e, m[2] or '', m[3] or '1', m[4] or '0', m[5] or '0', m[6] or '0', m[7] or '', newest, older, numbers, likely }`;

/** KEYS rt, ARGV numbers → entries */
export const texts = `return redis.call('HMGET', KEYS[1], unpack(ARGV))`;

/** Lua: refuses whoever carries a lower epoch. What is of a lower one than the caller's is `old`. */
const fence = `
local mine = tonumber(ARGV[1])
if tonumber(redis.call('GET', KEYS[1]) or '0') > mine then return 'forgotten' end
local at = tonumber(redis.call('HGET', KEYS[2], 'epoch') or ARGV[1])
if at > mine then return 'forgotten' end
local old = at < mine`;

const raise = `
if tonumber(redis.call('GET', KEYS[1]) or '0') < mine then redis.call('SET', KEYS[1], ARGV[1]) end`;

/**
 * KEYS e rm rt ri rp rq, ARGV epoch ttlMs maxTurns maxPostings after builtBefore built analyzer restart (1 or 0) units
 * number of turns, of each n id entry units starts (1 or 0) at, then of each term its name and its postings
 * → added, conflict, forgotten
 */
export const append = `${unitAt}${fence}
local m = old and {} or redis.call('HMGET', KEYS[2], 'last', 'built', 'analyzer', 'first', 'units', 'turns', 'cursor', 'sittings', 'at')
if (m[1] or '0') ~= ARGV[5] or (m[2] or '0') ~= ARGV[6] then return 'conflict' end
local restart = ARGV[9] == '1'
if m[1] and m[3] ~= ARGV[8] and not restart then return 'conflict' end
if old then redis.call('UNLINK', unpack(KEYS, 2)) end
if restart then redis.call('UNLINK', KEYS[5], KEYS[6]) end
local first, units, turns = tonumber(m[4] or '1'), tonumber(m[5] or '0'), tonumber(m[6] or '0')
local cursor, sittings, lastAt = m[7] or '0', m[8] or '', m[9] or '0'
if restart then units, cursor = 0, '0' end
units = units + tonumber(ARGV[10])
local last, count, arg = ARGV[5], tonumber(ARGV[11]), 12
for _ = 1, count do
  last, lastAt = ARGV[arg], ARGV[arg + 5]
  redis.call('HSET', KEYS[3], last, ARGV[arg + 2])
  redis.call('HSET', KEYS[4], ARGV[arg + 1], last)
  if ARGV[arg + 4] == '1' then sittings = sittings .. last .. ':' .. lastAt .. ';' end
  arg = arg + 6
end
turns = turns + count
local most = tonumber(ARGV[4]) * ${postingLength}
for from = arg, #ARGV, 400 do
  local names, values = {}, {}
  for i = from, math.min(from + 399, #ARGV), 2 do names[#names + 1] = ARGV[i] end
  local before = redis.call('HMGET', KEYS[5], unpack(names))
  for i, name in ipairs(names) do
    local list = (before[i] or '') .. ARGV[from + 2 * i - 1]
    if #list > ${newestLength} then
      local older = (redis.call('HGET', KEYS[6], name) or '') .. string.sub(list, 1, -${newestLength / 2 + 1})
      list = string.sub(list, -${newestLength / 2})
      if #older > most then older = string.sub(older, -most) end
      redis.call('HSET', KEYS[6], name, older)
    end
    values[2 * i - 1], values[2 * i] = name, list
  end
  redis.call('HSET', KEYS[5], unpack(values))
end
while turns > tonumber(ARGV[3]) do
  local entry = redis.call('HGET', KEYS[3], first)
  if entry then
    local of, id = string.match(entry, '^(%d+)|(.*)\\n')
    redis.call('HDEL', KEYS[3], first)
    redis.call('HDEL', KEYS[4], id)
    turns, units = turns - 1, units - tonumber(of)
  end
  first = first + 1
end
if first > 1 and count > 0 then
  local low = 2 * first
  local function cut(key, term, list)
    local p = 1
    while p < #list and unitAt(list, p) < low do p = p + ${postingLength} end
    if p > #list then redis.call('HDEL', key, term) else redis.call('HSET', key, term, string.sub(list, p)) end
  end
  local page = redis.call('HSCAN', KEYS[5], cursor, 'COUNT', ${sweptPerTurn} * count)
  cursor = page[1]
  for i = 1, #page[2], 2 do
    local term, list = page[2][i], page[2][i + 1]
    if unitAt(list, 1) < low then
      redis.call('HDEL', KEYS[6], term)
      cut(KEYS[5], term, list)
    else
      local older = redis.call('HGET', KEYS[6], term)
      if older and unitAt(older, 1) < low then cut(KEYS[6], term, older) end
    end
  end
end
while #sittings > ${longestSittings} do sittings = string.gsub(sittings, '^[^;]*;', '', 1) end${raise}
redis.call('HSET', KEYS[2], 'epoch', ARGV[1], 'analyzer', ARGV[8], 'first', first, 'last', last, 'built', ARGV[7],
  'units', units, 'turns', turns, 'at', lastAt, 'cursor', cursor, 'sittings', sittings)
for i = 2, #KEYS do redis.call('PEXPIRE', KEYS[i], ARGV[2]) end
return 'added'`;

/**
 * KEYS e rm rt ri rp rq, ARGV epoch n entryBefore entryAfter (or '') id unitsMore, then of each term its name and its postings (or '')
 * → replaced, conflict, forgotten
 */
export const replace = `${unitAt}${fence}
if old or redis.call('HGET', KEYS[3], ARGV[2]) ~= ARGV[3] then return 'conflict' end
if ARGV[4] == '' then
  redis.call('HDEL', KEYS[3], ARGV[2])
  redis.call('HDEL', KEYS[4], ARGV[5])
  redis.call('HINCRBY', KEYS[2], 'turns', -1)
else
  redis.call('HSET', KEYS[3], ARGV[2], ARGV[4])
end
local n = tonumber(ARGV[2])
if n > tonumber(redis.call('HGET', KEYS[2], 'built')) then return 'replaced' end
redis.call('HINCRBY', KEYS[2], 'units', ARGV[6])
local function place(list, unit)
  local p = 1
  while p < #list and unitAt(list, p) < unit do p = p + ${postingLength} end
  return p
end
for i = 7, #ARGV, 2 do
  local term, key = ARGV[i], KEYS[5]
  local list = redis.call('HGET', key, term) or ''
  local older = redis.call('HGET', KEYS[6], term)
  if older and (list == '' or 2 * n < unitAt(list, 1)) then key, list = KEYS[6], older end
  list = string.sub(list, 1, place(list, 2 * n) - 1) .. ARGV[i + 1] .. string.sub(list, place(list, 2 * n + 2))
  if list == '' then redis.call('HDEL', key, term) else redis.call('HSET', key, term, list) end
end
return 'replaced'`;

/** KEYS e rm rt ri rp rq, ARGV epoch */
export const forget = `${fence}
if old then redis.call('UNLINK', unpack(KEYS, 2)) end${raise}
return 'forgotten'`;
