import multipart from '@fastify/multipart';
import cookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WINSTON_MODULE_NEST_PROVIDER } from 'nest-winston';
import type { ApiConfig } from '../config/api.config.js';
import { AppLogger } from '../logger/app-logger.js';
import { addRateLimitHook } from '../throttler/rate-limit.hook.js';
import { RequestLimiter } from '../throttler/request-limiter.js';
import { acceptOnlyJson } from './json-body.js';
import { serveOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { addRequestHooks, refuseCompressedBodies } from './request-hooks.js';
import { addSecurityHeaders } from './security-headers.js';
import { type Admit, serverOptions } from './server-options.js';
import { serveSpa } from './spa.js';
import { ValidationPipe } from './validation.js';

/** The API as it runs, tests and the OpenAPI export included; the caller listens (or injects). */
export async function createApiApp(
  module: DynamicModule,
  config: ApiConfig,
): Promise<NestFastifyApplication> {
  const admit: Admit = (request, reply) => app.get(RequestLimiter).admit(request, reply);
  const adapter = new FastifyAdapter({ ...serverOptions(config, admit), multipart: false });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(WINSTON_MODULE_NEST_PROVIDER));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(app.get(ProblemFilter));
  const fastify = adapter.getInstance();
  acceptOnlyJson(fastify);
  // Before the hooks that may refuse a request: a refusal has the headers too.
  await addSecurityHeaders(app);
  addRequestHooks(fastify, app.get(AppLogger));
  addRateLimitHook(fastify, app.get(RequestLimiter));
  refuseCompressedBodies(fastify);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: config.importMaxBytes, files: 1, fields: 10, fieldSize: 1024, parts: 12 },
  });
  serveOpenApi(app);
  if (config.http.spaDirectory !== undefined) await serveSpa(app, config.http.spaDirectory);
  return app;
}
