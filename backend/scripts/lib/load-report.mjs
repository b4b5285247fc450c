import { hitRate } from './load-cache.mjs';
import {
  ROUTE_NAMES,
  countOf,
  failureRate,
  hitTimes,
  phaseTimes,
  queriesPerRequest,
  requestTimes,
  saving,
  CACHED_ROUTES,
} from './load-figures.mjs';
import { CROWDS } from './load-plan.mjs';
import { SCHOOL } from './load-seed.mjs';
import { hitRateTarget } from './load-targets.mjs';

/**
 * @typedef {import('./load-result.mjs').LoadResult} LoadResult
 * @typedef {import('./load-result.mjs').Verdict} Verdict
 * @typedef {import('./load-result.mjs').Picture} Picture
 * @typedef {import('./load-report.mjs').Report} Report
 */

/** The report as Markdown: every figure in it was measured. @param {Report} report @returns {string} */
export function reportText(report) {
  const { results } = report;
  const named = (/** @type {string} */ name) => results.find(({ run }) => run.name === name);
  const [spike, stress] = [named('spike'), named('stress')];
  return [
    '# How it holds under load',
    'Written by `npm run load` from what it measured; nothing in it is filled in by hand. How to run and read it is told in [operations.md](operations.md#load-tests).',
    factTable(report),
    '## Promised and measured',
    verdictTable(report.verdicts),
    ...failureSection(report),
    ...CROWDS.flatMap((users) => comparison(report, users)),
    ...databaseSection(report),
    ...cacheSection(report),
    ...(spike ? spikeSection(spike) : []),
    ...(stress ? stressSection(report, stress) : []),
    ...methodSection(report),
  ].join('\n\n');
}

/** @param {Report} report */
function factTable({ facts }) {
  return table(
    ['measured on', ''],
    facts.map(({ name, value }) => [name, value]),
  );
}

/** @param {Verdict[]} verdicts */
function verdictTable(verdicts) {
  const rows = verdicts.map(({ what, target, measured, met }) => {
    return [what, target, measured, met ? 'yes' : '**no**'];
  });
  return table(['what', 'promised', 'measured', 'met'], rows);
}

/** @param {Report} report */
function failureSection({ results }) {
  const rows = results.flatMap(({ run, failures }) =>
    failures.map(({ name, fails }) => [run.name, name, String(fails)]),
  );
  return rows.length === 0 ? [] : ['Requests that failed:', table(['run', 'what', 'times'], rows)];
}

/** @param {Report} report @param {number} users */
function comparison({ results, pictures, pictureDir }, users) {
  const before = results.find(({ run }) => run.name === `baseline-${users}`);
  const after = results.find(({ run }) => run.name === `with-cache-${users}`);
  if (!before || !after) return [];
  const rows = [undefined, ...Object.keys(ROUTE_NAMES)].map((route) => {
    const [off, on] = [requestTimes(before, route), requestTimes(after, route)];
    const counts = `${off.count} · ${on.count}`;
    return [route ? `\`${route}\`` : '**all**', counts, times(off), times(on)];
  });
  const costs = [before, after].map(costOfARequest);
  return [
    `## ${users} users`,
    'Requests and their times in milliseconds: half of them, 95 % and 99 % were answered within.',
    table(['route', 'requests off · on', 'cache off', 'with cache'], rows),
    `Failed requests: ${percent(failureRate(before))} with the cache off, ${percent(failureRate(after))} with it. The API's processor time for a request: ${costs[0]} ms with the cache off, ${costs[1]} ms with it.`,
    ...imagesOf(pictures, pictureDir, `load-latency-${users}`),
    '### Answers from the cache',
    table(
      ['route', 'cache off, p50', 'from the cache, p50', 'quicker by'],
      cachedRows(before, after),
    ),
  ];
}

/** @param {LoadResult} before @param {LoadResult} after */
function cachedRows(before, after) {
  return CACHED_ROUTES.map((route) => {
    const [off, hit] = [requestTimes(before, route).p50, hitTimes(after, route).p50];
    return [
      `\`${route}\``,
      `${off.toFixed(2)} ms`,
      `${hit.toFixed(2)} ms`,
      percent(saving(off, hit)),
    ];
  });
}

/** @param {Report} report */
function databaseSection({ results, pictures, pictureDir }) {
  const rows = results.map((result) => [
    result.run.name,
    String(requestTimes(result).count),
    result.queries.statements.toFixed(0),
    queriesPerRequest(result).toFixed(2),
    (result.queries.milliseconds / 1000).toFixed(2),
  ]);
  const head = ['run', 'requests', 'statements', 'statements a request', 'seconds in Postgres'];
  return [
    '## The database',
    'Statements as Postgres itself counts them (`pg_stat_statements`): those of the API and the worker, without what only opens and closes transactions. Saves that come together are one statement.',
    table(head, rows),
    ...imagesOf(pictures, pictureDir, 'load-queries'),
  ];
}

/** @param {Report} report */
function cacheSection({ results, pictures, pictureDir }) {
  const runs = results.filter(({ families }) => families.length > 0);
  const names = [...new Set(runs.flatMap(({ families }) => families.map(({ name }) => name)))];
  const rows = [...names.toSorted(), null].map((name) => {
    const target = name === null ? 0.8 : hitRateTarget(name);
    const rates = runs.map(({ families }) =>
      percent(hitRate(families.filter((family) => name === null || family.name === name))),
    );
    return [name ?? '**all**', target === undefined ? '' : `≥ ${percent(target)}`, ...rates];
  });
  return [
    '## The cache',
    'Share of what was asked of each family that the cache had. Every run begins with an empty Redis, into which the instance reads what is asked most when it starts; that is not counted.',
    table(['family', 'promised', ...runs.map(({ run }) => run.name)], rows),
    ...imagesOf(pictures, pictureDir, 'load-hit-rates'),
  ];
}

/** @param {LoadResult} result */
function spikeSection(result) {
  const phases = /** @type {const} */ (['before', 'spike', 'after']);
  const rows = phases.map((phase) => {
    const measured = phaseTimes(result, phase);
    return [phase, String(measured.count), times(measured)];
  });
  const { users, seconds } = result.run;
  return [
    '## A spike',
    `Within five seconds from ${Math.round(users / 15)} to ${users} users, who stay for ${seconds} s. Failed requests: ${percent(failureRate(result))}.`,
    table(['when', 'requests', 'p50 / p95 / p99, ms'], rows),
  ];
}

/** @param {Report} report @param {LoadResult} result */
function stressSection({ pictures, pictureDir }, result) {
  const rows = Object.keys(ROUTE_NAMES).flatMap((route) => {
    const measured = requestTimes(result, route);
    return measured.count > 0 ? [[`\`${route}\``, String(measured.count), times(measured)]] : [];
  });
  const { users, seconds } = result.run;
  const [lost, kept] = [countOf(result, 'failed_saves'), countOf(result, 'saves')];
  return [
    `## ${users} students in an examination`,
    `They come within a minute, are all in the middle of it for ${seconds} s, save every 30 s and hand in within the last 20 s. Saves acknowledged: ${kept}; tried again: ${countOf(result, 'retried_saves')}; without success: ${lost}. Failed requests: ${percent(failureRate(result))}.`,
    table(['route', 'requests', 'p50 / p95 / p99, ms'], rows),
    ...imagesOf(pictures, pictureDir, 'load-stress'),
  ];
}

/** @param {Report} report */
function methodSection({ results }) {
  const { categories, quizzes, questionsFrom, questionsTo, past } = SCHOOL;
  const runs = results.map(({ run }) => {
    const cache = run.cache ? 'on' : 'off';
    const limits = Object.entries(run.raisedLimits).map(([name, value]) => `\`${name}=${value}\``);
    const raised = limits.join(', ') || 'none';
    return [run.name, `load-tests/${run.script}`, `${run.seconds} s`, cache, raised];
  });
  return [
    '## How it was measured',
    table(['run', 'script', 'measured for', 'cache', 'limits raised'], runs),
    [
      '- Each run has an instance of its own: the production build of the API and the worker, one process of each, a Postgres and a Redis, with the durability and the log level of production. k6 runs on the same machine and takes its share of it.',
      `- In the database: ${quizzes} published quizzes in ${categories} categories with ${questionsFrom} to ${questionsTo} questions each, a student for each virtual user and ${past} closed attempts of each.`,
      '- Each virtual user is a student of its own with a session that was made before (access tokens last a day here instead of ten minutes). One more signs in by its password every two seconds.',
      '- A visit asks for what the pages ask for: categories and the first list, the page of a quiz with the own attempts at it, another page, category or search, the page of another quiz; one visit in five takes that quiz (start, three saves, handing in), one in four looks at a result again. What is further up in a list is opened more often (Zipf). Between two steps there are 0.5 to 1.5 s, which is quicker than people are. Browsers ask less: they keep an answer for a while, and are told when it still holds.',
      '- A save counts as failed when it was not acknowledged in five tries, made as a page makes them.',
      '- All come from one address, which costs them nothing: limits count by user once somebody is signed in. Those of production are in force, but for the ones named above, which are for users that are quicker than people.',
    ].join('\n'),
    '',
  ];
}

/** @param {Picture[]} pictures @param {string} dir @param {string} name */
function imagesOf(pictures, dir, name) {
  const found = pictures.filter(({ file }) => file === `${name}.svg`);
  return found.map(({ alt, file }) => `![${alt}](${dir}/${file})`);
}

/** @param {LoadResult} result */
function costOfARequest(result) {
  return ((result.apiCpuSeconds * 1000) / requestTimes(result).count).toFixed(2);
}

/** @param {import('./load-figures.mjs').Times} measured */
function times({ count, p50, p95, p99 }) {
  return count === 0 ? '–' : [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ');
}

const percent = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–';

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
