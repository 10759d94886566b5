import { clock, rings } from "./fragments.ts";

/** Pauses a lane, or everything by the name that no lane has, the empty one. Whoever meets it in a place from which it would be handed out puts it aside; see take.ts. */
export const pause = `#!lua flags=allow-oom
-- KEYS  1 paused
-- ARGV  1 lane
-- Reply 1 it is paused now | 0 it was before
return redis.call('SADD', KEYS[1], ARGV[1])
`;

/** Lets a paused lane go on, or everything. One that was put aside meanwhile falls due now. */
export const resume = `#!lua flags=allow-oom
-- KEYS  1 ready   2 due   3 paused   4 bell
-- ARGV  1 prefix of the keys   2 now in ms, 0 = server's   3 lane
-- Reply 1 it goes on | 0 it was not paused
local ready, due, paused, bell = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local lane = ARGV[3]
local call = redis.call
${clock}
${rings}
local was_paused = call('SREM', paused, lane)
if lane == '' then ring() end                      -- also for leases that have ended meanwhile
if call('ZSCORE', due, lane) == 'inf' then
  call('ZADD', due, string.format('%.0f', now), lane)
  ring()
end
return was_paused
`;
