import { describe, expect, it } from 'vitest';
import { pictures } from '../../scripts/lib/load-pictures.mjs';
import { reportText } from '../../scripts/lib/load-report.mjs';
import type { LoadResult } from '../../scripts/lib/load-result.mjs';
import { judge } from '../../scripts/lib/load-targets.mjs';

function times(p50: number, p95 = p50 * 2, p99 = p50 * 3, count = 1000) {
  return { values: { count, 'p(50)': p50, 'p(95)': p95, 'p(99)': p99 } };
}

/** A run in which everything was as promised; tests change what they are about. */
function result(name: string, changes: Partial<LoadResult> = {}): LoadResult {
  const [script = '', users = '50'] = name.split(/-(?=\d)/);
  const cache = !name.startsWith('baseline');
  const raisedLimits = { RATE_LIMIT_API: '600' };
  const routes = ['GET /api/quizzes', 'GET /api/quizzes/:id', 'GET /api/categories'];
  const metrics = Object.fromEntries(
    routes.flatMap((route) => [
      [`http_req_duration{route:${route}}`, times(cache ? 2 : 9)],
      [`hit_duration{route:${route}}`, times(1.5)],
    ]),
  );
  return {
    run: { name, script: `${script}.js`, users: Number(users), seconds: 60, cache, raisedLimits },
    passed: true,
    metrics: {
      ...metrics,
      http_req_duration: times(cache ? 2.25 : 9.75),
      'http_req_duration{phase:after}': times(3),
      http_req_failed: { values: { rate: 0.001 } },
      saves: { values: { count: 300 } },
      failed_saves: { values: { count: 0 } },
    },
    failures: [],
    queries: { statements: cache ? 900 : 4000, milliseconds: 50, all: [] },
    families: cache
      ? [
          { name: 'quizzes:list', hits: 95, misses: 5 },
          { name: 'quizzes:detail', hits: 9, misses: 1 },
        ]
      : [],
    apiCpuSeconds: 2,
    facts: [],
    ...changes,
  };
}

const whole = () =>
  ['baseline-50', 'with-cache-50', 'baseline-200', 'with-cache-200'].map((name) => result(name));

/** What `judge` says was missed. */
function missed(results: LoadResult[]): string[] {
  return judge(results)
    .filter(({ met }) => !met)
    .map(({ what, measured }) => `${what}: ${measured}`);
}

describe('the report of a load test', () => {
  it('finds nothing missed where everything was as promised', () => {
    expect(missed([...whole(), result('spike')])).toEqual([]);
  });

  it('misses each promise that the figures do not keep', () => {
    const slow = result('with-cache-50', {
      families: [{ name: 'quizzes:list', hits: 85, misses: 15 }],
      queries: { statements: 2000, milliseconds: 50, all: [] },
    });
    slow.metrics.http_req_duration = times(49, 101, 201);
    slow.metrics.http_req_failed = { values: { rate: 0.0051 } };
    slow.metrics.failed_saves = { values: { count: 1 } };
    expect(missed([result('baseline-50'), slow])).toEqual([
      'p95, 50 users: 101.0 ms',
      'p99, 50 users: 201.0 ms',
      'hit rate of quizzes:list, 50 users: 85.0 %',
      'hit rate of quizzes:detail, 50 users: nothing',
      'database statements saved, 50 users: 50.0 %',
      'failed requests, with-cache-50: 0.5 %',
      'failed saves, with-cache-50: 1 of 301',
    ]);
  });

  it('misses what a script itself says was missed', () => {
    const [, run] = whole();
    expect(missed([{ ...(run ?? result('with-cache-50')), passed: false }])).toEqual([
      'thresholds of with-cache.js, with-cache-50: not all',
    ]);
  });

  it('compares with and without the cache in one table and says which limits were raised', () => {
    const results = whole();
    results[0]?.failures.push({ name: 'GET /api/quizzes: 503 DB_UNAVAILABLE', fails: 3 });
    const text = reportText({
      results,
      verdicts: judge(results),
      pictures: pictures(results),
      facts: [{ name: 'processor', value: 'two of them' }],
      pictureDir: 'images',
    });
    expect(text).toContain('| **all** | 1000 · 1000 | 9.8 / 19.5 / 29.3 | 2.3 / 4.5 / 6.8 |');
    expect(text).toContain('| `GET /api/quizzes` | 9.00 ms | 1.50 ms | 83.3 % |');
    expect(text).toContain('| quizzes:list | ≥ 90.0 % | 95.0 % | 95.0 % |');
    expect(text).toContain('| baseline-50 | GET /api/quizzes: 503 DB_UNAVAILABLE | 3 |');
    expect(text).toContain('`RATE_LIMIT_API=600`');
    expect(text).toContain('](images/load-latency-200.svg)');
    expect(text).not.toMatch(/NaN|undefined|students in an examination/);
  });

  it('draws bars as long as what was measured, and no chart of what was not', () => {
    const [off, on] = whole();
    const drawn = pictures([off, on].filter((run) => run !== undefined));
    expect(drawn.map(({ file }) => file)).toEqual([
      'load-latency-50.svg',
      'load-queries.svg',
      'load-hit-rates.svg',
    ]);
    const [longest = 0, other = 0] = [
      ...(drawn[0]?.svg.matchAll(/width="([\d.]+)" height="13"/g) ?? []),
    ]
      .map((found) => Number(found[1]))
      .filter((width) => width > 0);
    expect(other / longest).toBeCloseTo(2 / 9, 2);
  });
});
