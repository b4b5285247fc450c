import { runCommand, tail } from './run-command.mjs';
import { join } from 'node:path';
import { pinnedNodeFile, scriptsDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

/**
 * Applies the migrations with the pinned Node, whatever Node the caller runs on.
 * @param {{ ownerUrl: string, isOwn: boolean }} database
 */
export async function migrate({ ownerUrl, isOwn }) {
  const env = { ...process.env, DATABASE_URL: ownerUrl, GRANT_TO_APP: isOwn ? '1' : '' };
  const { code, output } = await runCommand(pinnedNodeFile, [join(scriptsDir, 'migrate.mjs')], {
    env,
  });
  if (code !== 0) throw new PlainError(tail(output, 3));
}
