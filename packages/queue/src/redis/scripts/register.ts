/** Keeps the options of a queue for all its users, unless they have agreed on others. */
export const register = `#!lua flags=allow-oom
-- KEYS  1 options
-- ARGV  1 how long they are kept, in ms
--       then for each option: name, value
-- Reply nothing | name and value of an option in which the others differ; then nothing was written
local options = KEYS[1]
local call = redis.call
local names = {}
for i = 2, #ARGV, 2 do names[#names + 1] = ARGV[i] end
local theirs = call('HMGET', options, unpack(names))
for i = 1, #names do
  if theirs[i] and theirs[i] ~= ARGV[i * 2 + 1] then return { names[i], theirs[i] } end
end
call('HSET', options, unpack(ARGV, 2))
call('PEXPIRE', options, ARGV[1])
return {}
`;
