import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuSeconds } from './cpu-seconds.mjs';
import { readCacheFamilies, resetCacheCounts } from './load-cache.mjs';
import { runK6 } from './load-k6.mjs';
import { machineFacts } from './load-machine.mjs';
import { countQueries, resetCounters } from './load-queries.mjs';
import { seedSchool, visitorsOf } from './load-seed.mjs';
import { rootDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { startInstance } from './test-instance.mjs';
import { waitUntil } from './wait.mjs';

/** Some more than there are virtual users at once: scripts hand out students by number. */
const SPARE_STUDENTS = 100;
const WARM_UP_MS = 45_000;

/**
 * Every limit there is, as if nobody had set it: empty counts as not set. So they are those of production, not the ones
 * of a test instance or of who runs this.
 */
function productionLimits() {
  const described = readFileSync(join(rootDir, '.env.example'), 'utf8');
  const names = [...described.matchAll(/^# (RATE_LIMIT_\w+)=/gm)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** What an instance reads in advance after its start is neither a visit's miss nor a visit's statement. */
async function warmedUp(/** @type {string} */ logDir) {
  const log = join(logDir, 'main.out.log');
  const isDone = () => readFileSync(log, 'utf8').includes('cache warmed up');
  const done = await waitUntil(isDone, { timeoutMs: WARM_UP_MS, everyMs: 100 });
  if (!done) throw new PlainError('The cache was not warmed up in time: is the machine busy?');
}

/**
 * Starts a production instance with a school in it, lets k6 loose on it and counts.
 * @param {import('./load-result.mjs').PlannedRun} run
 * @param {{ k6: string, dir: string }} tools dir: for what is passed between the two
 * @returns {Promise<import('./load-result.mjs').LoadResult>}
 */
export async function runLoad(run, { k6, dir }) {
  /** @type {{ email: string, password: string } | undefined} */
  let signIn;
  const instance = await startInstance({
    env: {
      NODE_ENV: 'production',
      ACCESS_TOKEN_SECONDS: '86400',
      CACHE_ENABLED: String(run.cache),
      ...productionLimits(),
      ...run.raisedLimits,
    },
    prepare: async (ownerUrl) => {
      signIn = await seedSchool(ownerUrl, run.users + SPARE_STUDENTS);
    },
  });
  try {
    if (!signIn) throw new Error('the school was not put into the database');
    const { visitors, adminToken } = await visitorsOf(instance, signIn);
    const [studentsFile, summaryFile] = [join(dir, 'students.json'), join(dir, 'summary.json')];
    writeFileSync(studentsFile, JSON.stringify(visitors));
    if (run.cache) await warmedUp(instance.logDir);
    const api = instance.apiPid() ?? 0;
    await resetCacheCounts(instance.baseUrl, adminToken);
    await resetCounters(instance.ownerUrl);
    const cpuBefore = cpuSeconds(api);
    const passed = await runK6(k6, run.script, {
      BASE_URL: instance.baseUrl,
      USERS: run.users,
      SECONDS: run.seconds,
      STUDENTS_FILE: studentsFile,
      SUMMARY_FILE: summaryFile,
    });
    const queries = await countQueries(instance.ownerUrl);
    const families = await readCacheFamilies(instance.baseUrl, adminToken);
    const { metrics, root_group: root } = JSON.parse(readFileSync(summaryFile, 'utf8'));
    const apiCpuSeconds = cpuSeconds(api) - cpuBefore;
    const facts = await machineFacts(instance.ownerUrl);
    return {
      ...{ run, passed, metrics, failures: root.checks, queries, families },
      ...{ apiCpuSeconds, facts },
    };
  } finally {
    await instance.stop();
  }
}
