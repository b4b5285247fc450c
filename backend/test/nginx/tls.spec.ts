import { connect as connectHttp2 } from 'node:http2';
import { request } from 'node:https';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Nginx } from '../support/nginx.js';
import { rawAsk } from '../support/raw-ask.js';
import { StandIn } from '../support/stand-in.js';

let api: StandIn;
let nginx: Nginx;
let told: string | undefined;

beforeAll(async () => {
  api = await StandIn.start((asked, response) => {
    told = `${String(asked.headers['x-forwarded-proto'])} ${asked.headers.host}`;
    response.end('{}');
  });
  nginx = await Nginx.start({ apiPorts: [api.port], tls: true });
});
afterAll(() => Promise.all([nginx.stop(), api.stop()]));

/** Asks the port of TLS on the loopback, as somebody who was given the certificate by hand. */
function askTls(servername: string, host: string, path: string): Promise<{ status: number }> {
  return new Promise((done, fail) => {
    const outgoing = request(
      {
        ...{ hostname: '127.0.0.1', port: nginx.ports.https, path, servername, agent: false },
        headers: { host },
        rejectUnauthorized: false,
      },
      (reply) => {
        reply.resume().once('end', () => done({ status: reply.statusCode ?? 0 }));
      },
    );
    outgoing.on('error', fail);
    outgoing.end();
  });
}

describe('with a certificate', () => {
  it('everything is served over TLS, and the API is told so', async () => {
    expect(await askTls('localhost', 'localhost', '/')).toEqual({ status: 200 });
    expect(await askTls('localhost', 'localhost', '/api/quizzes')).toEqual({ status: 200 });
    expect(told).toBe('https localhost');
    expect(await askTls('localhost', 'localhost', '/api/auth/me')).toEqual({ status: 200 });
    expect(told).toBe('https localhost');
  });

  it('browsers may use HTTP/2, so that event streams take no connection from requests', async () => {
    const session = connectHttp2(nginx.url, { rejectUnauthorized: false });
    const status = await new Promise((done, fail) => {
      session.on('error', fail);
      session.request({ ':path': '/' }).once('response', (headers) => done(headers[':status']));
    });
    expect(status).toBe(200);
    session.destroy();
  });

  it('plain HTTP is sent on to it, with its path and its method', async () => {
    const plain = `http://127.0.0.1:${nginx.ports.http}`;
    const headers = { host: 'localhost' };
    const reply = await rawAsk(plain, '/quizzes/x?page=2', { headers });
    expect(reply).toMatchObject({ status: 308 });
    expect(reply.headers.location).toBe(`${nginx.url}/quizzes/x?page=2`);
    const mixed = await rawAsk(`http://127.0.0.1:${nginx.ports.https}`, '/x', { headers });
    expect(mixed.headers.location).toBe(`${nginx.url}/x`);
  });

  it('another name is neither sent on nor given a certificate', async () => {
    const plain = `http://127.0.0.1:${nginx.ports.http}`;
    const { status } = await rawAsk(plain, '/', { headers: { host: 'evil.example' } });
    expect(status).toBe(421);
    await expect(askTls('evil.example', 'evil.example', '/')).rejects.toThrow(/unrecognized name/i);
    expect(await askTls('localhost', 'evil.example', '/')).toEqual({ status: 421 });
  });

  it('nothing older than TLS 1.2 is spoken', async () => {
    const failure = await new Promise((done) => {
      const socket = connect({
        ...{ host: '127.0.0.1', port: nginx.ports.https, servername: 'localhost' },
        ...{ maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' },
        rejectUnauthorized: false,
      });
      socket.once('secureConnect', () => done('connected'));
      socket.once('error', (error: Error) => done(error.message));
    });
    expect(failure).toMatch(/protocol version|alert/i);
  });
});
