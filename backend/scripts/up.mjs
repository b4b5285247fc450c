import { openDataDir } from './lib/data-dir.mjs';
import { startDevelopment } from './lib/development.mjs';
import { loadEnv } from './lib/env-file.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { startInstanceParts } from './lib/instance.mjs';
import { dataDirOf } from './lib/paths.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';
import { freePort, portProblem } from './lib/ports.mjs';
import { say, sendProgressTo } from './lib/progress.mjs';
import { findRedisRunner } from './lib/redis-server.mjs';
import { checkRedis, givenRedisUrl, isRedisFound } from './lib/services.mjs';
import { onStopSignals } from './lib/stop-signals.mjs';
import { abandonParts, stopParts } from './lib/stopping.mjs';

const isDevelopment = process.argv.includes('--dev');

await runMain(async () => {
  sendProgressTo(process.stdout);
  const env = loadEnv();
  const dataDir = openDataDir(dataDirOf(env));
  const unlock = dataDir.lock();
  try {
    const port = await checkedPort(env.PORT || '3000');
    await run(env, port, dataDir);
  } finally {
    unlock();
  }
});

/**
 * Runs the instance until somebody wants it to stop or a part of it cannot be kept alive.
 * @param {NodeJS.ProcessEnv} env
 * @param {number} port
 * @param {import('./lib/data-dir.mjs').DataDir} dataDir
 */
async function run(env, port, dataDir) {
  /** @type {import('./lib/instance.mjs').Parts} */
  const parts = {};
  const drainSeconds = Number(env.SHUTDOWN_DRAIN_SECONDS || 8);
  let stopping = false;
  const stopWanted = new Promise((done) => {
    onStopSignals({
      onFirst: () => {
        stopping = true;
        say('Stopping …');
        done('stop');
      },
      onSecond: () => abandonParts(parts),
    });
  });
  const checkpoint = () => {
    if (stopping) throw new CalledOff();
  };
  const started = start({ env, port, dataDir, parts, checkpoint });
  try {
    await Promise.race([started, stopWanted]);
    if (!stopping) {
      const keepers = Object.values(parts);
      await Promise.race([stopWanted, ...keepers.map((keeper) => keeper.gaveUp)]);
    }
  } finally {
    stopping = true;
    await stopParts(parts, drainSeconds);
    await settled(started);
    // Again, for what was just being started when the first round went by.
    await stopParts(parts, drainSeconds);
    dataDir.forgetRun();
  }
  say('Stopped.');
}

/** @param {{ env: NodeJS.ProcessEnv, port: number, dataDir: import('./lib/data-dir.mjs').DataDir, parts: import('./lib/instance.mjs').Parts, checkpoint: () => void }} options */
async function start({ env, port, dataDir, parts, checkpoint }) {
  // Before the long installation, so that who has no Redis learns it in the first second.
  const redisUrl = givenRedisUrl(env);
  if (redisUrl) await checkRedis(redisUrl);
  else if (!isRedisFound(env)) findRedisRunner(say);
  await ensureInstalled();
  checkpoint();
  const apiPort = isDevelopment ? await freePort() : port;
  const pages = !isDevelopment;
  const options = { env, port: apiPort, dataDir, pages, parts, checkpoint };
  const { onStarted } = await startInstanceParts(options);
  if (isDevelopment) await startDevelopment({ port, apiPort, parts, onStarted });
  checkpoint();
  say(`
QuizMaster is ready at http://localhost:${port}
  To become admin: npm run admin:create -- --email you@example.org --password <at least 8 characters>
  (or start with ADMIN_EMAIL and ADMIN_PASSWORD set). Logs: ${dataDir.logDir}. Ctrl-C stops everything.
`);
}

/** The start was interrupted by the user, which is no failure. */
class CalledOff extends Error {}

/** @param {Promise<void>} started */
async function settled(started) {
  try {
    await started;
  } catch (error) {
    // A failure has been thrown to the caller already; called off is what was wanted.
    if (!(error instanceof Error)) throw error;
  }
}

/** @param {string} text */
async function checkedPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  const problem = await portProblem(port);
  if (problem === 'EADDRINUSE') {
    throw new PlainError(
      `Port ${port} is taken by another program: choose another with PORT, for example PORT=${port + 1} npm start.`,
    );
  }
  if (problem)
    throw new PlainError(`Port ${port} cannot be used (${problem}): choose another with PORT.`);
  return port;
}
