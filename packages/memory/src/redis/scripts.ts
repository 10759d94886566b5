/**
 * The watermark protocol over the keys of one chat, all in one cluster slot:
 *
 *   {ns:chat}:w             LIST    turns, oldest first, each `<seq>|<atMs>|<JSON>`
 *   {ns:chat}:m             HASH    seq, wm (watermark), ver (of the summary), base, inc (incarnation), dropped,
 *                                   in, out, cost (usage), arc (id of the archive that had a record last)
 *   {ns:chat}:s             STRING  the summary as JSON
 *   {ns:chat}:e             STRING  forget epoch; no TTL, it must outlive every job; only of chats that were ever forgotten
 *   {ns:chat}:p             STRING  there while the chat is off the record; no TTL
 *   {ns:chat}:d:<id>        STRING  seq of the turn with this id, part or edit, for idempotence
 *   {ns:chat}:f:<requestId> STRING  epoch that this request to forget began
 *
 * Every check stands before the first write: Redis does not undo the writes of a script that fails half-way. Where there
 * is something to free, that is the first write: at its memory limit, Redis lets a script go on that has begun to write.
 */

/** What changes with every turn and every summary, and what is read besides. */
export const stampFields = ["seq", "wm", "ver", "inc"] as const;
export const numberFields = [
  ...stampFields,
  "base",
  "dropped",
  "in",
  "out",
  "cost",
  "arc",
] as const;

/** KEYS w m s e p d → numbers, (summary, epoch, paused, seen), window */
export const begin = `
return { redis.call('HMGET', KEYS[2], ${numberFields.map((field) => `'${field}'`).join(", ")}),
  redis.call('MGET', unpack(KEYS, 3)), redis.call('LRANGE', KEYS[1], 0, -1) }`;

/**
 * KEYS w m s e p d (d of each part …), ARGV payload window cap ttlMs epoch keeps in out cost
 * → status (1 committed, 0 duplicate, -1 forgotten, -2 paused), seq, pending, dropped, covered, entry of the duplicate or ''
 */
export const commit = `
local epoch, mine, ttl = tonumber(redis.call('GET', KEYS[4]) or '0'), tonumber(ARGV[5]), ARGV[4]
if epoch > mine then return { -1, 0, 0, 0, 0, '' } end
local seen = redis.call('GET', KEYS[6])
local m = redis.call('HMGET', KEYS[2], 'seq', 'wm', 'inc', 'base')
local wm = tonumber(m[2] or '0')
local covered = tonumber(m[4] or '0') + wm
if seen then
  local last = tonumber(m[1] or '0')
  local entry = tonumber(seen) <= last and redis.call('LINDEX', KEYS[1], tonumber(seen) - last - 1)
  return { 0, tonumber(seen), last - wm, 0, covered, entry or '' }
end
if redis.call('EXISTS', KEYS[5]) == 1 then return { -2, 0, 0, 0, 0, '' } end
if mine > epoch then redis.call('SET', KEYS[4], ARGV[5]) end
local now = redis.call('TIME')
if not m[3] then redis.call('HSET', KEYS[2], 'inc', now[1] .. '.' .. now[2]) end
local seq = redis.call('HINCRBY', KEYS[2], 'seq', 1)
redis.call('SET', KEYS[6], seq, 'PX', ttl)
for part = 7, #KEYS do redis.call('SET', KEYS[part], seq, 'NX', 'PX', ttl) end
local atMs = string.format('%.0f', tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000))
redis.call('RPUSH', KEYS[1], seq .. '|' .. atMs .. '|' .. ARGV[1])
local pending, keep, dropped = seq - wm, tonumber(ARGV[2]), 0
if ARGV[6] == 'pending' then keep = math.max(keep, pending) end
if keep > tonumber(ARGV[3]) then
  keep = tonumber(ARGV[3])
  dropped = 1
  redis.call('HINCRBY', KEYS[2], 'dropped', 1)
end
redis.call('LTRIM', KEYS[1], -keep, -1)
if ARGV[7] ~= '0' then redis.call('HINCRBY', KEYS[2], 'in', ARGV[7]) end
if ARGV[8] ~= '0' then redis.call('HINCRBY', KEYS[2], 'out', ARGV[8]) end
if ARGV[9] ~= '0' then redis.call('HINCRBYFLOAT', KEYS[2], 'cost', ARGV[9]) end
redis.call('PEXPIRE', KEYS[1], ttl)
redis.call('PEXPIRE', KEYS[2], ttl)
redis.call('PEXPIRE', KEYS[3], ttl)
return { 1, seq, pending, dropped, covered, '' }`;

/**
 * KEYS w m s e d (of the edit), ARGV epoch seq payloadBefore payloadAfter ttlMs
 * → 1 amended, 0 the turn has changed since the read, 2 the edit was applied before, -1 forgotten, -2 the turn is gone
 *
 * An erased text frees memory, so that is written at the memory limit, too: the trim changes nothing and begins to write.
 */
export const amend = `
if (redis.call('GET', KEYS[4]) or '0') ~= ARGV[1] then return -1 end
if redis.call('EXISTS', KEYS[5]) == 1 then return 2 end
local at = tonumber(ARGV[2]) - tonumber(redis.call('HGET', KEYS[2], 'seq') or '0') - 1
local entry = at < 0 and redis.call('LINDEX', KEYS[1], at)
if not entry then return -2 end
local head, payload = string.match(entry, '^(%d+|%d+|)(.*)$')
if payload ~= ARGV[3] then return 0 end
if #ARGV[4] < #ARGV[3] then redis.call('LTRIM', KEYS[1], 0, -1) end
redis.call('LSET', KEYS[1], at, head .. ARGV[4])
redis.call('SET', KEYS[5], ARGV[2], 'PX', ARGV[5])
return 1`;

/**
 * KEYS w m s e, ARGV epoch inc ver newWatermark summary window ttlMs newVersion corrects (1 or 0) arc (or '') lastAtMs (or '')
 * → 1 applied, 0 conflict, -1 forgotten, -2 the state was lost since the read, -3 watermark out of range
 */
export const apply = `
if (redis.call('GET', KEYS[4]) or '0') ~= ARGV[1] then return -1 end
local m = redis.call('HMGET', KEYS[2], 'inc', 'ver', 'seq', 'wm')
local corrects = ARGV[9] == '1'
if not m[1] or m[1] ~= ARGV[2] or not (m[3] or corrects) then return -2 end
if (m[2] or '0') ~= ARGV[3] then return 0 end
local to, seq, wm = tonumber(ARGV[4]), tonumber(m[3] or '0'), tonumber(m[4] or '0')
if to > seq or to < wm or (to == wm and not corrects) then return -3 end
local last = ARGV[11] ~= '' and redis.call('LINDEX', KEYS[1], to - seq - 1)
local head = ARGV[4] .. '|' .. ARGV[11] .. '|'
if last and string.sub(last, 1, #head) ~= head then return 0 end
redis.call('LTRIM', KEYS[1], -math.max(tonumber(ARGV[6]), seq - to), -1)
redis.call('SET', KEYS[3], ARGV[5], 'PX', ARGV[7])
redis.call('HSET', KEYS[2], 'ver', ARGV[8], 'wm', to)
if ARGV[10] ~= '' then redis.call('HSET', KEYS[2], 'arc', ARGV[10]) end
redis.call('PEXPIRE', KEYS[1], ARGV[7])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
return 1`;

/**
 * KEYS w m s e, ARGV epoch inc ver coversThrough summary ttlMs (all of the archive record) replace (1 or 0) arc (or '')
 * → 1 hydrated, 0 the archive is not newer, -1 the record is from before a forget, -2 same incarnation: adopt with apply
 *
 * The watermark stays: turns that came since the loss remain pending, none is taken for summarized. A summary of the store's
 * own is lost, so the turns of it that are still there are pending again. A summary that was
 * evicted alone gets its text back, and with `replace` one that is there. A record of a higher epoch is newer, whatever
 * its version: the epoch was lost here.
 */
export const hydrate = `
local epoch = tonumber(redis.call('GET', KEYS[4]) or '0')
local theirs = tonumber(ARGV[1])
if epoch > theirs then return -1 end
local m = redis.call('HMGET', KEYS[2], 'inc', 'ver', 'seq', 'wm')
local ver = tonumber(m[2] or '0')
if epoch == theirs and ver == tonumber(ARGV[3]) and (ARGV[7] == '1' or redis.call('EXISTS', KEYS[3]) == 0) then
  redis.call('DEL', KEYS[3])
  redis.call('SET', KEYS[3], ARGV[5], 'PX', ARGV[6])
  if ARGV[8] ~= '' then redis.call('HSET', KEYS[2], 'arc', ARGV[8]) end
  return 1
end
if epoch == theirs and ver >= tonumber(ARGV[3]) then return 0 end
if m[1] == ARGV[2] then return -2 end
if theirs > epoch then redis.call('SET', KEYS[4], ARGV[1]) end
if not m[1] then
  local now = redis.call('TIME')
  redis.call('HSET', KEYS[2], 'inc', now[1] .. '.' .. now[2])
end
redis.call('SET', KEYS[3], ARGV[5], 'PX', ARGV[6])
redis.call('HSET', KEYS[2], 'ver', ARGV[3], 'base', ARGV[4])
if ver > 0 then
  local before = tonumber(m[3] or '0') - redis.call('LLEN', KEYS[1])
  redis.call('HSET', KEYS[2], 'wm', math.min(tonumber(m[4] or '0'), math.max(0, before)))
end
if ARGV[8] ~= '' then redis.call('HSET', KEYS[2], 'arc', ARGV[8]) end
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return 1`;

/** KEYS w m s e f (rm rt ri rp rq of the recall index), ARGV ttlMs atLeast ifEpoch (or '') → the epoch that this request began or met, and whether it began none (1 or 0) */
export const forget = `
local before = redis.call('GET', KEYS[5])
if before and tonumber(before) >= tonumber(ARGV[2]) then return { before, 1 } end
local epoch = redis.call('GET', KEYS[4]) or '0'
if ARGV[3] ~= '' and epoch ~= ARGV[3] then return { epoch, 1 } end
local now = redis.call('TIME')
local atMs = tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000)
local next = string.format('%.0f', math.max(tonumber(epoch) + 1, atMs, tonumber(ARGV[2])))
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
redis.call('UNLINK', unpack(KEYS, 6))
redis.call('SET', KEYS[4], next)
redis.call('SET', KEYS[5], next, 'PX', ARGV[1])
return { next, 0 }`;

/** KEYS p, ARGV paused (1 or 0) */
export const pause = `
if ARGV[1] == '1' then redis.call('SET', KEYS[1], '1') else redis.call('DEL', KEYS[1]) end
return 1`;

/** KEYS w m → pending, the last entry or '' ; nothing when the chat is gone */
export const listed = `
if redis.call('TYPE', KEYS[2]).ok ~= 'hash' then return {} end
local m = redis.call('HMGET', KEYS[2], 'inc', 'seq', 'wm')
if not m[1] then return {} end
local last = redis.call('TYPE', KEYS[1]).ok == 'list' and redis.call('LINDEX', KEYS[1], -1)
return { tonumber(m[2] or '0') - tonumber(m[3] or '0'), last or '' }`;

/** KEYS d … → ms since 1970, then for each the value and the ms until it ends, as PTTL says them */
export const dumpIds = `
local now = redis.call('TIME')
local found = { string.format('%.0f', tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000)) }
for _, key in ipairs(KEYS) do
  found[#found + 1] = redis.call('GET', key) or ''
  found[#found + 1] = redis.call('PTTL', key)
end
return found`;

/** KEYS w m s e p, ARGV ttlMs epoch summary (or '') paused (1 or 0) length of the numbers, the numbers, the entries of turns */
export const loadChat = `
local ttl, from = ARGV[1], 6 + tonumber(ARGV[5])
redis.call('DEL', unpack(KEYS))
if ARGV[2] ~= '0' then redis.call('SET', KEYS[4], ARGV[2]) end
if ARGV[3] ~= '' then redis.call('SET', KEYS[3], ARGV[3], 'PX', ttl) end
if ARGV[4] == '1' then redis.call('SET', KEYS[5], '1') end
if from > 6 then
  redis.call('HSET', KEYS[2], unpack(ARGV, 6, from - 1))
  redis.call('PEXPIRE', KEYS[2], ttl)
end
for at = from, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[at]) end
redis.call('PEXPIRE', KEYS[1], ttl)
return 1`;

/** KEYS d … or f …, ARGV ttlMs, then for each the value and since when it is known, in ms since 1970 ('' = now) */
export const loadIds = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
for at, key in ipairs(KEYS) do
  local ms = tonumber(ARGV[2 * at + 1] ~= '' and ARGV[2 * at + 1] or now) + tonumber(ARGV[1]) - now
  if ms > 0 then redis.call('SET', key, ARGV[2 * at], 'PX', string.format('%.0f', ms)) end
end
return 1`;
