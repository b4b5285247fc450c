import { Writable } from 'node:stream';
import winston from 'winston';

export interface LogLine {
  level: string;
  message: string;
  context: Record<string, unknown>;
  requestId?: string;
  duration?: number;
}

/** The JSON lines that an application writes to its log. */
export class LogLines {
  private texts: string[] = [];
  readonly transport: winston.transport;

  constructor() {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.texts.push(chunk.toString());
        done();
      },
    });
    const { combine, timestamp, json } = winston.format;
    this.transport = new winston.transports.Stream({
      stream,
      format: combine(timestamp(), json()),
    });
  }

  /** Those of one message. */
  of(message: string): LogLine[] {
    return this.texts
      .map((text) => JSON.parse(text) as LogLine)
      .filter((line) => line.message === message);
  }

  /** All of it as it was written. */
  get text(): string {
    return this.texts.join('');
  }

  clear(): void {
    this.texts = [];
  }
}
