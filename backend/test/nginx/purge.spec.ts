import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { publishExam, type Exam } from '../support/exam.js';
import { Nginx } from '../support/nginx.js';
import { NginxSite } from '../support/nginx-site.js';
import { rawAsk } from '../support/raw-ask.js';
import { StandIn } from '../support/stand-in.js';
import type { Visitor } from '../support/visitor.js';

/** Of a purge that nobody waits for. */
const SOON = { timeout: 10_000, interval: 10 };

let site: NginxSite;
let admin: Visitor;
let exam: Exam;
/** Where a second proxy is told of, which is away at first. */
let otherPort: number;

beforeAll(async () => {
  otherPort = await freePort();
  site = await NginxSite.open({ otherPurgeUrls: [`http://127.0.0.1:${otherPort}/purge`] });
  admin = await site.admin();
  exam = await publishExam(site.owner);
});
afterAll(() => site.close());

const titleOf = async (path: string) => {
  const { headers, body } = await rawAsk(site.url, path);
  return { cache: headers['x-cache-status'], shown: /"title":"([^"]*)"/.exec(body)?.[1] };
};

/** Resolves once both the list and the quiz come from what was kept. */
async function kept(paths: string[]): Promise<void> {
  for (const path of paths) {
    await vi.waitFor(async () => expect((await titleOf(path)).cache).toBe('HIT'), SOON);
  }
}

describe('what nginx keeps of the catalogue', () => {
  it('shows what an admin has changed to everybody, at once', async () => {
    const paths = ['/api/quizzes', '/api/quizzes?limit=3', `/api/quizzes/${exam.quizId}`];
    for (const title of ['Changed once', 'Changed twice']) {
      await kept(paths);
      const reply = await admin.patch(`/api/admin/quizzes/${exam.quizId}`, { title });
      expect(reply.status).toBe(200);
      for (const path of paths) {
        await vi.waitFor(async () => expect((await titleOf(path)).shown).toBe(title), SOON);
      }
    }
  });

  it('shows a new category at once', async () => {
    await kept(['/api/categories']);
    await admin.post('/api/categories', { name: 'Quite new' });
    await vi.waitFor(async () => {
      expect((await rawAsk(site.url, '/api/categories')).body).toContain('Quite new');
    }, SOON);
  });

  it('is thrown away when an admin says so, and for nobody else', async () => {
    await kept(['/api/quizzes']);
    const student = await site.visitor();
    expect((await student.post('/api/admin/proxy-cache/purge')).status).toBe(403);
    expect((await site.anybody().post('/api/admin/proxy-cache/purge')).status).toBe(401);
    expect((await rawAsk(site.url, '/purge', { method: 'PURGE' })).status).toBe(405);
    expect(await titleOf('/api/quizzes')).toMatchObject({ cache: 'HIT' });
    const { status, body } = await admin.post('/api/admin/proxy-cache/purge');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        proxies: [
          { url: site.nginx.purgeUrl, purged: true },
          { url: `http://127.0.0.1:${otherPort}/purge`, purged: false },
        ],
      },
    });
    expect(await titleOf('/api/quizzes')).toMatchObject({ cache: 'MISS' });
  });

  it('is thrown away later by a proxy that was away, which holds nobody up meanwhile', async () => {
    const complaint = 'proxy cache not purged, trying again';
    const [api] = site.apis;
    await vi.waitFor(() => expect(api?.log.map((line) => line.message)).toContain(complaint), SOON);
    const other = await StandIn.start((_, response) => response.end(), otherPort);
    await vi.waitFor(() => expect(other.asked).toEqual(['PURGE /purge']), {
      ...SOON,
      timeout: 20_000,
    });
    await vi.waitFor(() => {
      expect(api?.log.map((line) => line.message)).toContain('proxy cache purged again');
    }, SOON);
    await other.stop();
  });

  it('never holds an answer that was on its way while it changed', async () => {
    const waiting: (() => void)[] = [];
    const api = await StandIn.start((_, response) => {
      waiting.push(() => response.end('{"items":[]}'));
    });
    const nginx = await Nginx.start({ apiPorts: [api.port] });
    onTestFinished(async () => {
      await Promise.all([nginx.stop(), api.stop()]);
    });
    const early = rawAsk(nginx.url, '/api/quizzes');
    await vi.waitFor(() => expect(waiting).toHaveLength(1), SOON);
    expect((await fetch(nginx.purgeUrl, { method: 'PURGE' })).status).toBe(204);
    waiting.shift()?.();
    expect((await early).headers['x-cache-status']).toBe('MISS');
    const late = rawAsk(nginx.url, '/api/quizzes');
    await vi.waitFor(() => expect(waiting).toHaveLength(1), SOON);
    waiting.shift()?.();
    expect((await late).headers['x-cache-status']).toBe('MISS');
  });
});
