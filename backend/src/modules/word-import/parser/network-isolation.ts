import { spawnSync } from 'node:child_process';

const unshare = '/usr/bin/unshare';
/** As root, and as anybody where the system lets users have namespaces of their own. */
const ways: readonly (readonly string[])[] = [['--net'], ['--user', '--map-root-user', '--net']];
const longestTryMilliseconds = 2000;

let found: readonly string[] | null = null;

function works(flags: readonly string[]): boolean {
  const options = { env: {}, stdio: 'ignore', timeout: longestTryMilliseconds } as const;
  return spawnSync(unshare, [...flags, 'true'], options).status === 0;
}

/**
 * What to put before a command so that its process has no network at all, not even this machine's own:
 * util-linux's `unshare`, which becomes the command itself (the process id stays). Empty where that is not
 * allowed (some containers) or not there (other systems); tried once.
 */
export function withoutNetwork(): readonly string[] {
  if (found) return found;
  const flags = ways.find(works);
  found = flags ? [unshare, ...flags] : [];
  return found;
}
