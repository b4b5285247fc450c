import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { ApiConfig } from '../config/api.config.js';
import { BARE_ANSWER_HEADERS } from './security-headers.js';
import { sendProblem } from './send-problem.js';
import { toProblem } from './problem.js';

const BODY_LIMIT_BYTES = 1024 * 1024;
/** What another service may hand us as a request id: nothing that could forge a log line. */
const REQUEST_ID = /^[\w.-]{8,64}$/;

function requestId(request: { headers: IncomingMessage['headers'] }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** A request that is not even HTTP: answered by hand, as no route or filter will ever see it. */
function answerBrokenClient(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy(error);
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify({ ...toProblem({ statusCode: 400 }), status });
  socket.end(
    `HTTP/1.1 ${status} ${status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      'content-type: application/problem+json; charset=utf-8\r\n' +
      Object.entries(BARE_ANSWER_HEADERS)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('') +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Counts a request; throws or rejects where there were too many. */
export type Admit = (request: FastifyRequest, reply: FastifyReply) => void | Promise<void>;

/**
 * How the HTTP server is set up: limits, trusted proxies, and answers to what never reaches a route. No hook runs for
 * an address that cannot be read, so it is counted by `admit` here.
 */
export function serverOptions(config: ApiConfig, admit: Admit): FastifyServerOptions {
  return {
    bodyLimit: BODY_LIMIT_BYTES,
    // Exactly so many proxies of ours stand in front; an address further back is only what somebody claims.
    trustProxy: (_address, hop) => hop < config.http.trustProxyHops,
    requestIdHeader: false,
    genReqId: requestId,
    // Idle keep-alive connections are closed at shut-down; requests under way are finished.
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    keepAliveTimeout: 75_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...BARE_ANSWER_HEADERS, 'x-request-id': request.id });
      const refuse = (reason: unknown) => sendProblem(request, reply, toProblem(reason));
      const counted = new Promise((resolve) => resolve(admit(request, reply)));
      counted.then(() => refuse({ statusCode: error.statusCode ?? 400 }), refuse);
    },
    clientErrorHandler: answerBrokenClient,
  };
}
