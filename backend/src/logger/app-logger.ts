import { Inject, Injectable } from '@nestjs/common';
import { WINSTON_MODULE_PROVIDER } from 'nest-winston';
import type { Logger } from 'winston';
import { describeError, redact } from './redact.js';
import { currentContext } from './request-context.js';

type Context = Record<string, unknown>;
type Level = 'error' | 'warn' | 'info' | 'http' | 'debug';

/**
 * Structured lines `{timestamp, level, message, context, requestId, duration?}`. The request id and user come
 * from the request being served; secret-sounding fields of `context` are redacted. `durationMs` of a context
 * becomes the line's `duration`.
 */
@Injectable()
export class AppLogger {
  constructor(@Inject(WINSTON_MODULE_PROVIDER) private readonly winston: Logger) {}

  info(message: string, context?: Context): void {
    this.write('info', message, context);
  }

  warn(message: string, context?: Context): void {
    this.write('warn', message, context);
  }

  debug(message: string, context?: Context): void {
    this.write('debug', message, context);
  }

  http(message: string, context?: Context): void {
    this.write('http', message, context);
  }

  error(message: string, error?: unknown, context?: Context): void {
    this.write('error', message, {
      ...context,
      ...(error === undefined ? {} : { error: describeError(error) }),
    });
  }

  private write(level: Level, message: string, context: Context = {}): void {
    const { levels, level: wanted } = this.winston;
    if ((levels[level] ?? 0) > (levels[wanted] ?? 0)) return;
    const { durationMs, ...rest } = context;
    const request = currentContext();
    const fields = {
      ...(request?.userId === undefined ? {} : { userId: request.userId }),
      ...(request?.jobId === undefined ? {} : { jobId: request.jobId }),
      ...(redact(rest) as Context),
    };
    this.winston.log(level, message, {
      context: fields,
      ...(request === undefined ? {} : { requestId: request.requestId }),
      ...(durationMs === undefined ? {} : { duration: durationMs }),
    });
  }
}
