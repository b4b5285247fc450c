/** How to run a Redis here. */
export type RedisRunner = { kind: 'program'; file: string } | { kind: 'docker' };

/** A program on PATH, installed by apt when that is possible, or Docker. */
export function findRedisRunner(say: (line: string) => void): RedisRunner;

/** The first of some programs that PATH holds, with its full path; null when it holds none. */
export function onPath(names: string[]): string | null;
