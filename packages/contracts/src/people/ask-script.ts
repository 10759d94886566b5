/** Begins a question about somebody, if nothing is known of them and not too many questions are open. */
export const askScript = `#!lua
-- KEYS  1 the people: a hash, by id their records in JSON
-- ARGV  1 id of the person   2 their record   3 most open questions   4 ms since 1970 before which a question began that is over
-- Reply the record that is kept now, or false = there is no room; and how many questions are open
local people, id, record = KEYS[1], ARGV[1], ARGV[2]
local most, overMs = tonumber(ARGV[3]), tonumber(ARGV[4])
local all = redis.call('HGETALL', people)
local open, known = 0, false
for n = 1, #all, 2 do
  local isRead, one = pcall(cjson.decode, all[n + 1])
  local isAsked = isRead and type(one) == 'table' and one.standing == nil and type(one.sinceMs) == 'number'
  if isAsked and one.sinceMs <= overMs then
    redis.call('HDEL', people, all[n])
  else
    if isAsked then open = open + 1 end
    if all[n] == id then known = all[n + 1] end
  end
end
if known then return { known, open } end
if open >= most then return { false, open } end
redis.call('HSET', people, id, record)
return { record, open + 1 }`;

/** Begins the question in a process that keeps people in a file; the same as the script. */
export function askTwin(
  call: {
    hgetall(key: string): Readonly<Record<string, string>>;
    hset(key: string, field: string, value: string): number;
    hdel(key: string, field: string): number;
  },
  [people = ""]: readonly string[],
  [id = "", record = "", most = 0, overMs = 0]: readonly (string | number)[],
): readonly [string | null, number] {
  let open = 0;
  let known: string | undefined;
  for (const [one, text] of Object.entries(call.hgetall(people))) {
    const askedAtMs = askedSince(text);
    if (askedAtMs !== undefined && askedAtMs <= Number(overMs)) {
      call.hdel(people, one);
      continue;
    }
    if (askedAtMs !== undefined) open++;
    if (one === id) known = text;
  }
  if (known !== undefined) return [known, open];
  if (open >= Number(most)) return [null, open];
  call.hset(people, String(id), String(record));
  return [String(record), open + 1];
}

/** When the question about somebody began, in ms since 1970; undefined = there is none, or nobody can read it. */
function askedSince(text: string): number | undefined {
  try {
    const { standing, sinceMs } = Object(JSON.parse(text));
    return standing === undefined && typeof sinceMs === "number" ? sinceMs : undefined;
  } catch {
    return undefined;
  }
}
