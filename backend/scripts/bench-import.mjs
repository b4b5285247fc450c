import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { backendDir } from './lib/paths.mjs';
import { runMain } from './lib/plain-error.mjs';
import { runOnPinnedNode } from './lib/pinned-node.mjs';
import { importTestSource } from './lib/test-sources.mjs';

// npm run bench:import: how fast and with how much memory the Word import reads documents made here,
// each in the very process that reads uploads.

const LARGE = 20_000;
const TENTH = LARGE / 10;
const REPEATS = 3;
/** A busy machine is no reason to end a measurement. */
const PATIENCE_SECONDS = 300;

/** @param {string} path below backend/dist */
const built = (path) => import(pathToFileURL(join(backendDir, 'dist', path)).href);

async function documents() {
  const { longQuiz } = await importTestSource('docx/long-quiz.ts');
  const { typicalQuiz } = await importTestSource('docx/typical-quiz.ts');
  return [
    { name: 'small', bytes: longQuiz(10) },
    { name: 'typical (pictures, tables, formulas)', bytes: typicalQuiz(60) },
    { name: `${TENTH} questions`, bytes: longQuiz(TENTH) },
    { name: `${LARGE} questions`, bytes: longQuiz(LARGE) },
  ];
}

/**
 * The best of a few runs: what else the machine does only ever makes one slower.
 * @param {(bytes: Buffer, options: object) => Promise<{ questions: unknown[] }>} runParser
 * @param {Buffer} bytes
 */
async function measure(runParser, bytes) {
  let best = { seconds: Infinity, cpuSeconds: Infinity, questions: 0, peakMegabytes: 0 };
  for (let run = 0; run < REPEATS; run += 1) {
    let usage = { cpuSeconds: Infinity, peakMegabytes: 0 };
    const begin = performance.now();
    const quiz = await runParser(bytes, {
      timeoutSeconds: PATIENCE_SECONDS,
      onUsage: (/** @type {typeof usage} */ used) => (usage = used),
    });
    const seconds = (performance.now() - begin) / 1000;
    const better = usage.cpuSeconds < best.cpuSeconds;
    if (better) best = { seconds, questions: quiz.questions.length, ...usage };
  }
  return best;
}

async function bench() {
  const { runParser } = await built('modules/word-import/parser/parser-process.js');
  const dir = await mkdtemp(join(tmpdir(), 'quizmaster-bench-'));
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const [index, { name, bytes }] of (await documents()).entries()) {
      const file = join(dir, `${index}.docx`);
      await writeFile(file, bytes);
      rows.push({ name, bytes: bytes.length, ...(await measure(runParser, await readFile(file))) });
    }
  } finally {
    await rm(dir, { recursive: true });
  }
  print(rows);
}

/** @typedef {{ name: string, bytes: number, questions: number, seconds: number, cpuSeconds: number, peakMegabytes: number }} Row */

const columns = /** @type {[string, (row: Row) => string][]} */ ([
  ['document', ({ name }) => name],
  ['size', ({ bytes }) => `${(bytes / 1024).toFixed(0)} kB`],
  ['questions', ({ questions }) => String(questions)],
  ['seconds', ({ seconds }) => seconds.toFixed(2)],
  ['processor seconds', ({ cpuSeconds }) => cpuSeconds.toFixed(2)],
  ['questions/s', ({ questions, seconds }) => (questions / seconds).toFixed(0)],
  ['peak MB', ({ peakMegabytes }) => peakMegabytes.toFixed(0)],
]);

/** @param {Row[]} rows */
function print(rows) {
  const table = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, of]) => of(row))),
  ];
  const width = (/** @type {number} */ at) =>
    Math.max(...table.map((cells) => cells[at]?.length ?? 0));
  for (const cells of table) {
    const line = cells.map((cell, at) =>
      at === 0 ? cell.padEnd(width(at)) : cell.padStart(width(at)),
    );
    process.stdout.write(`${line.join('  ')}\n`);
  }
  const [small, , tenth, large] = rows;
  if (!small || !tenth || !large) return;
  const cost = (/** @type {Row} */ { cpuSeconds, questions }) =>
    (cpuSeconds - small.cpuSeconds) / questions;
  process.stdout.write(
    `Processor time of a question among ${LARGE} : among ${TENTH}, without the start of the process: ` +
      `${(cost(large) / cost(tenth)).toFixed(2)} (linear growth: 1)\n`,
  );
}

await runMain(() => runOnPinnedNode(fileURLToPath(import.meta.url), bench));
