/** How to run a Redis here. */
export type RedisRunner = { kind: 'program'; file: string } | { kind: 'docker' };

/** A program on PATH, installed by apt when that is possible, or Docker. */
export function findRedisRunner(say: (line: string) => void): RedisRunner;
