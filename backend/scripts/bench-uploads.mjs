import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { rootDir } from './lib/paths.mjs';
import { runOnPinnedNode } from './lib/pinned-node.mjs';
import { runMain } from './lib/plain-error.mjs';
import { startInstance } from './lib/test-instance.mjs';
import { importTestSource } from './lib/test-sources.mjs';

// npm run bench:uploads [-- FOLDER]: how long others wait for the API while hostile files are uploaded and read:
// those made here and those of a folder, through a real API and a real worker.

const REQUESTS_PER_SECOND = 20;
/** A machine shared with others has bad seconds: both halves are measured in turns, and pooled. */
const ROUNDS = 3;
const IDLE_SECONDS = 30;
const ROUTES = ['/api/auth/me', '/api/quizzes'];

/** @typedef {{ name: string, bytes: Uint8Array }} File */

/** @returns {Promise<File[]>} */
async function hostileFiles() {
  const { hostileDocuments } = await importTestSource('docx/hostile-documents.ts');
  const folder = resolve(rootDir, process.argv[2] ?? join('..', 'shared', 'docx', 'hostile'));
  if (!existsSync(folder)) {
    process.stdout.write(`${folder} is not there: only the files made here are uploaded.\n`);
    return hostileDocuments();
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  return [
    ...hostileDocuments(),
    ...names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
  ];
}

/** Somebody with the right to upload. */
async function signIn(/** @type {import('./lib/test-instance.mjs').TestInstance} */ instance) {
  const reply = await fetch(`${instance.baseUrl}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'probe@example.org',
      password: 'a long and secret sentence',
      name: 'Probe',
    }),
  });
  const { user, accessToken } = await reply.json();
  const owner = new pg.Client({ connectionString: instance.ownerUrl });
  await owner.connect();
  await owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [user.id]);
  await owner.end();
  return { authorization: `Bearer ${accessToken}` };
}

/** @typedef {Awaited<ReturnType<typeof signIn>>} Headers */

/**
 * Asks at a steady pace, whether or not the answers come, until `stop` is called.
 * @param {string} baseUrl
 * @param {Headers} headers
 */
function startProbe(baseUrl, headers) {
  /** @type {number[]} */
  const milliseconds = [];
  /** @type {Promise<void>[]} */
  const asked = [];
  const ask = async (/** @type {string} */ route) => {
    const begin = performance.now();
    const reply = await fetch(baseUrl + route, { headers });
    await reply.text();
    if (!reply.ok) throw new Error(`${route} answered ${reply.status}`);
    milliseconds.push(performance.now() - begin);
  };
  const timer = setInterval(
    () => asked.push(ask(ROUTES[asked.length % ROUTES.length] ?? '')),
    1000 / REQUESTS_PER_SECOND,
  );
  return async () => {
    clearInterval(timer);
    await Promise.all(asked);
    return milliseconds;
  };
}

/**
 * Uploads all files at once as a browser would, two at a time, and waits until each has come to its end.
 * @param {string} baseUrl
 * @param {Headers} headers
 * @param {File[]} files
 */
async function uploadAll(baseUrl, headers, files) {
  const queue = [...files];
  /** @type {[string, string][]} */
  const ends = [];
  const lane = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      ends.push([file.name, await uploadOne(baseUrl, headers, file)]);
    }
  };
  await Promise.all([lane(), lane()]);
  return ends;
}

/**
 * @param {string} baseUrl
 * @param {Headers} headers
 * @param {File} file
 */
async function uploadOne(baseUrl, headers, { bytes }) {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(bytes)]), 'quiz.docx');
  const reply = await fetch(`${baseUrl}/api/quizzes/import`, {
    method: 'POST',
    headers,
    body: form,
  });
  const { code, importId } = await reply.json();
  if (reply.status !== 202) return `${reply.status} ${code}`;
  for (;;) {
    const found = await fetch(`${baseUrl}/api/imports/${importId}`, { headers });
    const { state, error, questionCount } = await found.json();
    if (state === 'FAILED') return `failed ${error.code}`;
    if (state === 'DONE') return `done, ${questionCount} questions`;
    await new Promise((next) => setTimeout(next, 250));
  }
}

/** @param {number[]} sorted @param {number} share */
const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** @param {string} name @param {number[]} milliseconds */
function report(name, milliseconds) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  process.stdout.write(
    `${name.padEnd(8)} ${sorted.length} requests  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms\n`,
  );
  return p99;
}

async function bench() {
  const files = await hostileFiles();
  const instance = await startInstance({
    env: { RATE_LIMIT_ENABLED: 'false', RATE_LIMIT_UPLOAD: '1000' },
  });
  try {
    const headers = await signIn(instance);
    const pause = (/** @type {number} */ seconds) =>
      new Promise((done) => setTimeout(done, seconds * 1000));
    const warm = startProbe(instance.baseUrl, headers);
    await pause(3);
    await warm();
    /** @type {number[]} */
    const idle = [];
    /** @type {number[]} */
    const busy = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const stopIdle = startProbe(instance.baseUrl, headers);
      await pause(IDLE_SECONDS);
      idle.push(...(await stopIdle()));
      const stopBusy = startProbe(instance.baseUrl, headers);
      const ends = await uploadAll(instance.baseUrl, headers, files);
      busy.push(...(await stopBusy()));
      if (round > 0) continue;
      for (const [name, end] of ends) process.stdout.write(`${name}: ${end}\n`);
    }
    const before = report('idle', idle);
    const during = report('uploads', busy);
    process.stdout.write(`p99 during uploads : idle = ${(during / before).toFixed(2)}\n`);
  } finally {
    await instance.stop();
  }
}

await runMain(() => runOnPinnedNode(fileURLToPath(import.meta.url), bench));
