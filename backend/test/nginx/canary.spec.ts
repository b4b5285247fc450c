import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exam, publishExam } from '../support/exam.js';
import { NginxSite } from '../support/nginx-site.js';
import { answer, mutation, type Student } from '../support/student.js';

const ROUNDS = 3;
const STREAM = '/api/events';
/** What an address of ours may be taken for by a cache that judges by looks. */
const DISGUISES = ['', '?x=.css', '/x.css'];

interface Person {
  student: Student;
  /** Stands in the person's name, in an answer, and so in the result. */
  secret: string;
  attemptId: string;
}

let site: NginxSite;
let exam: Exam;
let people: Person[];

beforeAll(async () => {
  site = await NginxSite.open({ env: { RATE_LIMIT_ENABLED: 'false' } });
  exam = await publishExam(site.owner);
  people = [await enter(), await enter()];
});
afterAll(() => site.close());

async function enter(): Promise<Person> {
  const secret = `canary-${randomUUID()}`;
  const student = await site.student();
  await site.owner.query('UPDATE users SET name = $2 WHERE id = $1', [student.id, secret]);
  const { body: attempt } = await student.start(exam.quizId);
  const answers = [answer(exam.short, secret)];
  const { status } = await student.submit(attempt.id, mutation({ answers }));
  expect(status).toBe(200);
  return { student, secret, attemptId: attempt.id };
}

/** Every address that the API answers to a GET, for the things of this person. */
function addresses({ attemptId }: Person): string[] {
  const file = join(import.meta.dirname, '..', '..', 'openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, object> };
  const gets = Object.entries(paths).filter(([path, verbs]) => 'get' in verbs && path !== STREAM);
  return gets.map(([path]) => {
    const id = path.includes('/attempts/') ? attemptId : exam.quizId;
    return path.replace(/\{\w+\}/g, id);
  });
}

describe('three crawls of every address as two users and nobody', () => {
  it('show each what is theirs, nobody what is another’s, and leave nothing on the disk', async () => {
    const secrets = people.map(({ secret }) => secret);
    const seen = new Map<Person | null, Set<string>>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const visitor of [...people, null]) {
        const found = seen.get(visitor) ?? new Set();
        seen.set(visitor, found);
        for (const owner of people) {
          const paths = DISGUISES.flatMap((end) => addresses(owner).map((path) => path + end));
          for (const text of await crawl(paths, visitor)) {
            for (const secret of secrets) if (text.includes(secret)) found.add(secret);
          }
        }
      }
    }
    for (const person of people) expect([...(seen.get(person) ?? [])]).toEqual([person.secret]);
    expect([...(seen.get(null) ?? [])]).toEqual([]);
    const kept = site.nginx.kept();
    expect(kept.join('\n')).toContain(exam.title);
    for (const file of kept) expect(file).not.toMatch(/canary|Bearer|accessToken|qm_refresh/);
    expect(keysOf(kept)).toEqual([
      '/api/categories',
      '/api/quizzes',
      `/api/quizzes/${exam.quizId}`,
    ]);
  });
});

async function crawl(paths: string[], visitor: Person | null): Promise<string[]> {
  const headers = visitor === null ? {} : { authorization: `Bearer ${visitor.student.token}` };
  const replies = paths.map((path) => fetch(new URL(path, site.url), { headers }));
  const found = await Promise.all(replies);
  return Promise.all(found.map((reply) => reply.text()));
}

/** The addresses of what was kept, each once. */
function keysOf(kept: string[]): string[] {
  const keys = kept.map((file) => /^KEY: \S+ (\S+)$/m.exec(file)?.[1] ?? 'none');
  return [...new Set(keys)].sort();
}
