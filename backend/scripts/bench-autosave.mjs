import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cpuSeconds } from './lib/cpu-seconds.mjs';
import { withClient } from './lib/database.mjs';
import { runOnPinnedNode } from './lib/pinned-node.mjs';
import { runMain } from './lib/plain-error.mjs';
import { seatStudents } from './lib/save-exam.mjs';
import { startInstance } from './lib/test-instance.mjs';

// npm run bench:autosave: how many saves a second the API makes durable, with everything on, against the least that a
// server can do. What the figures say is told in docs/operations.md.

const { values: options } = parseArgs({
  options: {
    attempts: { type: 'string', default: '34000' },
    connections: { type: 'string', default: '64' },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    answers: { type: 'string', default: '3,20' },
  },
});
const [ATTEMPTS, CONNECTIONS, PAIRS, SECONDS] = [
  Number(options.attempts),
  Number(options.connections),
  Number(options.pairs),
  Number(options.seconds),
];
const CHANGED_ANSWERS = options.answers.split(',').map(Number);

/** @typedef {import('./lib/save-load.mjs').Measured} Measured */
/** @typedef {{ name: string, port: number, pid: number }} Side */
/** @typedef {Measured & { cpuMs: number }} Phase `cpuMs`: of the server's process, a save */

const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
const child = (/** @type {URL} */ script, /** @type {NodeJS.ProcessEnv} */ env = process.env) =>
  fork(fileURLToPath(script), { env });

/**
 * @param {import('node:child_process').ChildProcess} load
 * @param {Side} side
 * @param {{ seconds: number, saves?: number, answers: number }} order
 * @returns {Promise<Phase>}
 */
async function run(load, side, { seconds, saves = 0, answers }) {
  const before = cpuSeconds(side.pid);
  const { port, name } = side;
  load.send({ order: { port, connections: CONNECTIONS, seconds, saves, answers, side: name } });
  const [measured] = await once(load, 'message');
  const refused = Object.entries(measured.refused);
  for (const [how, count] of refused) print(`  ${name} refused ${count}: ${how}`);
  return { ...measured, cpuMs: ((cpuSeconds(side.pid) - before) * 1000) / measured.saves };
}

/** @param {Phase} phase */
const rate = ({ saves, seconds }) => saves / seconds;

function median(/** @type {number[]} */ numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** @param {string} name @param {Phase} phase */
function line(name, phase) {
  const { p50, p95, p99, cpuMs } = phase;
  const figures = [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ');
  return `${name.padEnd(5)} ${rate(phase).toFixed(0).padStart(6)} saves/s   p50/p95/p99 ${figures} ms   ${cpuMs.toFixed(3)} ms CPU a save`;
}

/** How many saves each commit held, over those applied since. */
async function savesPerCommit(/** @type {string} */ ownerUrl, /** @type {Date} */ since) {
  const sql = `SELECT count(*)::float8 / greatest(1, count(DISTINCT xmin::text)) AS grouped
               FROM attempt_saves WHERE at >= $1`;
  const { rows } = await withClient(ownerUrl, (client) => client.query(sql, [since]));
  return Number(rows[0].grouped);
}

/**
 * Both sides in turns, the first of each pair changing.
 * @param {import('node:child_process').ChildProcess} load
 * @param {{ api: Side, bare: Side, ownerUrl: string }} sides
 * @param {number} answers
 */
async function compare(load, { api, bare, ownerUrl }, answers) {
  print(
    `\n${answers} changed answers a save, ${CONNECTIONS} connections, ${PAIRS} pairs of ${SECONDS} s`,
  );
  const since = new Date();
  /** @type {Phase[]} */
  const ours = [];
  /** @type {number[]} */
  const ratios = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const order = { seconds: SECONDS, answers };
    const first = pair % 2 === 0 ? await run(load, api, order) : null;
    const other = await run(load, bare, order);
    const own = first ?? (await run(load, api, order));
    print(line('API', own));
    print(line('bare', other));
    ours.push(own);
    ratios.push(rate(own) / rate(other));
  }
  const middle = ours.toSorted((a, b) => rate(a) - rate(b))[Math.floor(ours.length / 2)];
  if (middle) print(line('\nAPI, the median', middle));
  print(`saves per commit ${(await savesPerCommit(ownerUrl, since)).toFixed(1)}`);
  print(`ratio ${median(ratios).toFixed(2)}   (${ratios.map((one) => one.toFixed(2)).join(' ')})`);
}

async function bench() {
  const env = {
    NODE_ENV: 'production',
    ACCESS_TOKEN_SECONDS: '86400',
    // Empty counts as not set: the limits are those of production, not the ones of a test instance.
    RATE_LIMIT_AUTOSAVE_BURST: '',
    RATE_LIMIT_AUTOSAVE_USER: '',
    LOG_LEVEL: process.env.LOG_LEVEL ?? '',
  };
  const instance = await startInstance({ env, worker: false });
  const load = child(new URL('./lib/save-load.mjs', import.meta.url));
  const bareServer = child(new URL('./lib/bare-save-server.mjs', import.meta.url), {
    ...process.env,
    DATABASE_URL: instance.databaseUrl,
  });
  try {
    const [{ port }] = await once(bareServer, 'message');
    const bare = { name: 'bare', port, pid: bareServer.pid ?? 0 };
    const apiPort = Number(new URL(instance.baseUrl).port);
    const api = { name: 'API', port: apiPort, pid: instance.apiPid() ?? 0 };
    const limits = process.env.RATE_LIMIT_ENABLED === 'false' ? 'off' : 'on';
    const settings = await withClient(instance.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT string_agg(name || ' ' || setting, ', ') AS text FROM pg_settings
         WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
      );
      return rows[0].text;
    });
    print(`Postgres: ${settings}. Limits are ${limits}. ${ATTEMPTS} open attempts.`);
    load.send({ exam: await seatStudents(instance, ATTEMPTS) });
    await once(load, 'message');
    // Once around: every attempt has been met by both sides, as in an exam that is under way.
    for (const side of [api, bare]) {
      print(
        line(
          `${side.name} warm-up`,
          await run(load, side, { seconds: 0, saves: ATTEMPTS, answers: 3 }),
        ),
      );
    }
    for (const answers of CHANGED_ANSWERS) {
      await compare(load, { api, bare, ownerUrl: instance.ownerUrl }, answers);
    }
  } finally {
    load.kill();
    bareServer.kill();
    await instance.stop();
  }
}

await runMain(() => runOnPinnedNode(fileURLToPath(import.meta.url), bench));
