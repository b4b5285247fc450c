import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { paragraph, rawDocx } from '../docx/raw-docx.js';
import { EventListener } from '../support/event-listener.js';
import { publishExam } from '../support/exam.js';
import { Nginx } from '../support/nginx.js';
import { NginxSite } from '../support/nginx-site.js';
import { rawAsk } from '../support/raw-ask.js';
import { StandIn } from '../support/stand-in.js';
import { answer, mutation } from '../support/student.js';
import { accepted } from '../support/uploads.js';

/** Far less than the 15 s after which a stream says something by itself. */
const AT_ONCE = { timeout: 7_000, interval: 5 };
const SAVES = 12;
const UPLOAD = '/api/quizzes/import';

describe('three API processes behind nginx', () => {
  let site: NginxSite;
  beforeAll(async () => {
    site = await NginxSite.open({
      apis: 3,
      env: { RATE_LIMIT_ENABLED: 'false', RATE_LIMIT_AUTOSAVE_BURST: '1000' },
    });
  });
  afterAll(() => site.close());

  it('share the requests', async () => {
    for (let asked = 0; asked < 30; asked += 1) await rawAsk(site.url, '/api/health/live');
    const lines = site.apis.map(({ log }) => () => {
      expect(log.filter(({ context }) => context.url === '/api/health/live')).not.toEqual([]);
    });
    for (const look of lines) await vi.waitFor(look, AT_ONCE);
  });

  it('tell an open page of what happens at once, uncompressed', async () => {
    const student = await site.student();
    const page = await EventListener.open(site.url, student.token);
    await vi.waitFor(() => expect(page.heard('ready')).toHaveLength(1), AT_ONCE);
    expect(page.response.headers.get('content-encoding')).toBeNull();
    await page.leave();
  });

  it('take an upload', async () => {
    const admin = await site.admin();
    const document = rawDocx({ body: paragraph('1. What?') });
    await expect(accepted(admin, document)).resolves.toMatch(/^[\da-f-]{36}$/);
  });

  it('go on without one that was killed: no request fails, each save is made once', async () => {
    const [exam, student] = [await publishExam(site.owner), await site.student()];
    const { body: attempt } = await student.start(exam.quizId);
    const page = mutation({ answers: [answer(exam.single, exam.single.right)] });
    const [victim] = site.apis;
    for (let seq = 1; seq <= SAVES; seq += 1) {
      if (seq === SAVES / 2) await victim?.end('SIGKILL');
      const save = { ...page, seq, baseVersion: seq - 1 };
      const { status, body } = await student.save(attempt.id, save);
      expect([status, body.version], JSON.stringify(body)).toEqual([200, seq]);
      expect((await rawAsk(site.url, '/api/health/ready')).status).toBe(200);
    }
    const saved = await site.owner.query('SELECT 1 FROM attempt_saves WHERE attempt_id = $1', [
      attempt.id,
    ]);
    expect(saved.rowCount).toBe(SAVES);
  });
});

describe('an API process that dies with a request in its hands', () => {
  let dying: StandIn;
  let well: StandIn;
  let nginx: Nginx;
  beforeAll(async () => {
    dying = await StandIn.start((request) => request.socket.destroy());
    well = await StandIn.start((_, response) => response.end('{}'));
    nginx = await Nginx.start({ apiPorts: [dying.port, well.port] });
  });
  afterAll(() => Promise.all([nginx.stop(), dying.stop(), well.stop()]));

  it.each(['PATCH', 'POST'])('does not have a %s made twice', async (method) => {
    const request = { method, body: '{}', headers: { 'content-type': 'application/json' } };
    const path = `/api/attempts/of-${method}/progress`;
    for (let round = 0; round < 4; round += 1) {
      const before = dying.asked.length + well.asked.length;
      const { status } = await rawAsk(nginx.url, path, request);
      expect([200, 502]).toContain(status);
      expect(dying.asked.length + well.asked.length).toBe(before + 1);
    }
  });

  it('does not harm a GET: another process answers it', async () => {
    const away = { timeout: 15_000, interval: 50 };
    await vi.waitFor(async () => {
      const before = dying.asked.length;
      expect((await rawAsk(nginx.url, '/api/attempts')).status).toBe(200);
      expect(dying.asked.length).toBeGreaterThan(before);
    }, away);
  });

  it('hears of an upload while it arrives, and of no other body before all of it is there', async () => {
    const half = (path: string) =>
      new Promise<() => void>((done) => {
        const socket = connect(nginx.ports.http, '127.0.0.1', () => {
          socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\nhalf`);
          done(() => socket.destroy());
        });
      });
    const both = [await half('/api/quizzes/x/attempts'), await half(UPLOAD)];
    const asked = () => [...dying.asked, ...well.asked].join('\n');
    await vi.waitFor(() => expect(asked()).toContain(UPLOAD), AT_ONCE);
    expect(asked()).not.toContain('/api/quizzes/x/attempts');
    for (const leave of both) leave();
  });

  it('is not even asked about an upload that is too large', async () => {
    const headers = { 'content-length': String(22 * 1024 * 1024) };
    const reply = await rawAsk(nginx.url, UPLOAD, { method: 'POST', headers });
    expect(reply.status).toBe(413);
    expect(reply.body).toContain('"code":"BODY_TOO_LARGE"');
  });
});
