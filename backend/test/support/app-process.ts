import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RAISED_LIMITS } from '../../scripts/lib/raised-limits.mjs';

/** The built backend. */
export const DIST = join(import.meta.dirname, '..', '..', 'dist');

export interface LogLine {
  timestamp: string;
  level: string;
  message: string;
  requestId?: string;
  context: Record<string, unknown>;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  milliseconds: number;
}

/** One of the two processes of the product as production runs it: built, with an environment of its own. */
export class AppProcess {
  /** What it wrote that is no log line: nothing, if all is well. */
  readonly noise: string[] = [];
  readonly log: LogLine[] = [];
  private readonly exited: Promise<Omit<Ending, 'milliseconds'>>;

  private constructor(private readonly child: ChildProcess) {
    this.exited = new Promise((resolve) =>
      child.once('exit', (code, signal) => resolve({ code, signal })),
    );
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.take(line));
    }
  }

  /** Resolves once the process says that it is ready. */
  static start(name: 'main' | 'worker', env: Record<string, string>): Promise<AppProcess> {
    const file = join(DIST, `${name}.js`);
    if (!existsSync(file)) throw new Error(`Build the backend first: ${file} is missing.`);
    return AppProcess.run([file], env);
  }

  /** Node with these arguments; resolves once it says that it is ready. */
  static async run(args: string[], env: Record<string, string>): Promise<AppProcess> {
    const child = spawn(process.execPath, args, {
      cwd: join(DIST, '..'),
      env: {
        ...RAISED_LIMITS,
        NODE_ENV: 'test',
        LOG_LEVEL: 'debug',
        DATABASE_POOL_MIN: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const started = new AppProcess(child);
    const ready = new Promise<true>((resolve) => child.once('message', () => resolve(true)));
    const ok = await Promise.race([ready, started.exited.then(() => false)]);
    if (!ok) throw new Error(`it did not start:\n${started.noise.join('\n')}`);
    return started;
  }

  /** Sends a message and resolves once the process has ended by itself. */
  ended(message: string): Promise<Omit<Ending, 'milliseconds'>> {
    this.child.send(message);
    return this.exited;
  }

  /** Sends the signal and resolves once the process has ended. */
  async end(signal: NodeJS.Signals): Promise<Ending> {
    const begin = performance.now();
    this.child.kill(signal);
    return { ...(await this.exited), milliseconds: performance.now() - begin };
  }

  private take(line: string): void {
    if (line.startsWith('{')) this.log.push(JSON.parse(line) as LogLine);
    else this.noise.push(line);
  }
}
