import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../../../backend/scripts/admin-create.mjs', import.meta.url));

/** Makes the first admin as an operator does, with `npm run admin:create`. */
export async function createAdmin(
  databaseUrl: string,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quizmaster-e2e-'));
  try {
    const args = [SCRIPT, '--email', email, '--password', password];
    await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
