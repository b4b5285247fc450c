import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import './stage';
import { until } from './until';

interface LogLine {
  level: string;
  message: string;
  context: { attemptId?: string; code?: string; count?: number };
}

function parse(line: string): LogLine | null {
  // The last line may be half written.
  return line.startsWith('{') && line.endsWith('}') ? (JSON.parse(line) as LogLine) : null;
}

/** What the server's log says of the copies of an attempt on devices: `CODE count`, in turn. */
export async function deviceReports(attemptId: string): Promise<string[]> {
  const text = await readFile(join(inject('stage').logDir, 'main.out.log'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.includes('trouble on a device') && line.includes(attemptId))
    .map(parse)
    .filter((line) => line !== null)
    .map(({ context }) => `${String(context.code)} ${String(context.count)}`);
}

/** Waits until the log says exactly this. */
export async function untilReported(attemptId: string, ...reports: string[]): Promise<void> {
  await until(`the log says ${reports.join(', ')}`, async () => {
    const found = await deviceReports(attemptId);
    return found.join() === reports.join() ? true : null;
  });
}
