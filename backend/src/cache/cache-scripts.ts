import { Script } from '../redis/script.js';

/**
 * Keys: marks…, value, lock. Arguments: a fresh mark, seconds that a new mark stays, milliseconds of the lock.
 * A value is stored with the marks that were in force when its load began (its stamp) and holds while they are: so
 * one step tells both. A mark that is gone is made anew, never as it was: what was stored with it is not found again.
 * Returns {stamp, value} or {stamp, nil, whether somebody loads it, whether an outdated value was removed}.
 */
export const READ = new Script(`
local n = #KEYS - 2
local all = redis.call('MGET', unpack(KEYS))
local marks = {}
for i = 1, n do
  if not all[i] then
    redis.call('SET', KEYS[i], ARGV[1], 'EX', ARGV[2])
    all[i] = ARGV[1]
  end
  marks[i] = all[i]
end
local stamp = table.concat(marks, ',')
local stored, outdated = all[n + 1], 0
if stored then
  if string.sub(stored, 1, #stamp + 1) == stamp .. '\\n' then
    return {stamp, string.sub(stored, #stamp + 2)}
  end
  redis.call('DEL', KEYS[n + 1])
  outdated = 1
end
local taken = 0
if all[n + 2] == stamp then taken = 1 else redis.call('SET', KEYS[n + 2], stamp, 'PX', ARGV[3]) end
return {stamp, false, taken, outdated}`);

/**
 * Keys: as above. Arguments: the stamp that was read before the load, value, its seconds, seconds that its marks stay
 * at least. Stores nothing when a mark has changed since: the load may have read what was before the change.
 */
export const WRITE = new Script(`
local n = #KEYS - 2
local marks = redis.call('MGET', unpack(KEYS, 1, n))
for i = 1, n do marks[i] = marks[i] or '' end
if redis.call('GET', KEYS[n + 2]) == ARGV[1] then redis.call('DEL', KEYS[n + 2]) end
if table.concat(marks, ',') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[n + 1], ARGV[1] .. '\\n' .. ARGV[2], 'EX', ARGV[3])
for i = 1, n do redis.call('EXPIRE', KEYS[i], ARGV[4], 'GT') end
return 1`);

/**
 * Keys: marks. Arguments: a fresh mark, seconds that it stays: longer than any load that began before takes. All that
 * was stored with the former mark is outdated by this, and so is what is being loaded.
 */
export const CHANGE = new Script(`
for i = 1, #KEYS do redis.call('SET', KEYS[i], ARGV[1], 'EX', ARGV[2]) end
return #KEYS`);

/** Key: lock. Argument: the stamp it was taken for. */
export const UNLOCK = new Script(`
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`);
