import { cpus, release, totalmem, type } from 'node:os';
import { withClient } from './database.mjs';
import { rootDir } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * What the figures were measured on.
 * @param {string} ownerUrl of the Postgres
 * @returns {Promise<import('./load-result.mjs').Fact[]>}
 */
export async function machineFacts(ownerUrl) {
  const processors = cpus();
  const { code, output } = await runCommand('git', ['-C', rootDir, 'rev-parse', '--short', 'HEAD']);
  const postgres = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT string_agg(name || ' ' || setting, ', ' ORDER BY name) AS text FROM pg_settings
       WHERE name IN ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')`,
    );
    return rows[0].text;
  });
  return [
    { name: 'date', value: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC' },
    { name: 'processor', value: `${processors.length} × ${processors[0]?.model.trim() ?? '?'}` },
    { name: 'memory', value: `${Math.round(totalmem() / 2 ** 30)} GiB` },
    { name: 'system', value: `${type()} ${release()}` },
    { name: 'Node.js', value: process.version },
    { name: 'Postgres', value: postgres },
    ...(code === 0 ? [{ name: 'commit', value: output.trim() }] : []),
  ];
}
