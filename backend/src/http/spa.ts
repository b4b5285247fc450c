import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const ONE_YEAR_SECONDS = 31_536_000;
/** An address that ends in a file's name; every other one is a page of the app. */
const FILE_NAME = /\.[a-z0-9]+$/i;

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

/**
 * Serves the built single-page app from `directory`: hashed assets for ever, every other address that is not
 * the API's as the page itself, so that a reload in the middle of a quiz works.
 */
export async function serveSpa(app: NestFastifyApplication, directory: string): Promise<void> {
  const root = resolve(directory);
  if (!existsSync(resolve(root, 'index.html'))) {
    throw new Error(`SPA_DIR has no index.html: ${root}`);
  }
  await app.register(fastifyStatic, {
    root,
    // Looked for at each request: the pages may be built anew under a running server.
    serve: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const immutable = path.startsWith(resolve(root, 'assets'));
      response.header(
        'cache-control',
        immutable ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
      );
    },
  });
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (isApi(path)) return reply.callNotFound();
    return reply.sendFile(FILE_NAME.test(path) ? path : 'index.html');
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/', page);
  fastify.get('/*', page);
}
