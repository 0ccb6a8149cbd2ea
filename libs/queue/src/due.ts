/**
 * Lua: the time in milliseconds since when a job could have been taken; nil if it is not there. A delay that was asked for is
 * no waiting. Needs ARGV[1], the prefix of the job hashes.
 */
export const DUE = `
local function due(id)
  local job = redis.call('HMGET', ARGV[1] .. id, 'timestamp', 'opts')
  if not job[1] then return nil end
  local opts = job[2] and cjson.decode(job[2]) or {}
  return tonumber(opts.prevMillis) or tonumber(job[1]) + (tonumber(opts.delay) or 0)
end`;
