import winston from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';
import type { SharedConfig } from '../config/shared.config.js';

const LEVELS = { error: 0, warn: 1, info: 2, http: 3, debug: 4 };

function readableLine(info: winston.Logform.TransformableInfo): string {
  const { timestamp, level, message, context, requestId } = info;
  const error = (context as { error?: { stack?: string } } | undefined)?.error;
  const rest =
    context === undefined ? '' : ` ${JSON.stringify({ ...(context as object), error: undefined })}`;
  const id = typeof requestId === 'string' ? ` [${requestId}]` : '';
  return `${String(timestamp)} ${level}${id} ${String(message)}${rest === ' {}' ? '' : rest}${error?.stack === undefined ? '' : `\n${error.stack}`}`;
}

/** Nest names the writer of its own lines in `context`; what it says of its start is for debugging. */
const nestLines = winston.format((info, options) => {
  if (typeof info.context !== 'string') return info;
  if (info.level === 'info' && (options as { level: string }).level !== 'debug') return false;
  return { ...info, context: { source: info.context } };
});

/**
 * The process's winston logger: one JSON object a line (readable on a developer's console), and daily files
 * kept `retentionDays` where they are enabled. `processName` is `api` or `worker`.
 */
export function createWinston(config: SharedConfig, processName: string): winston.Logger {
  const { combine, timestamp, json, printf } = winston.format;
  const jsonLine = combine(timestamp(), json());
  const transports: winston.transport[] = [
    new winston.transports.Console({
      format: config.log.readable ? combine(timestamp(), printf(readableLine)) : jsonLine,
    }),
  ];
  if (config.log.fileEnabled) {
    const file = new DailyRotateFile({
      dirname: config.log.directory,
      filename: `${processName}-%DATE%.log`,
      datePattern: 'YYYY-MM-DD',
      maxFiles: `${config.log.retentionDays}d`,
      format: jsonLine,
    });
    // A full disk must not end the process; the console still has the line.
    file.on('error', (error) => process.stderr.write(`log file: ${String(error)}\n`));
    transports.push(file);
  }
  return winston.createLogger({
    levels: LEVELS,
    level: config.log.level,
    format: nestLines({ level: config.log.level }),
    defaultMeta: { process: processName },
    transports,
  });
}
