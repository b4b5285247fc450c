import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

const SCRIPTS = join(import.meta.dirname, '..', '..', 'scripts');

interface RunRecord {
  databaseUrl: string;
  processes: Record<string, { pid: number }>;
}

/** A command of `backend/scripts` as somebody at a terminal runs it. */
export class Command {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output = '';

  constructor(script: string, args: string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [join(SCRIPTS, script), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.exited = new Promise((done) => this.child.once('close', done));
  }

  /** Resolves once the command has written a text; fails when it ends before. */
  async says(text: string): Promise<void> {
    await vi.waitFor(
      () => {
        if (!this.output.includes(text)) throw new Error(`not said yet, but: ${this.output}`);
      },
      { timeout: 90_000, interval: 50 },
    );
  }
}

/** A data folder of its own for the instances of a test. */
export class DataFolder {
  readonly dir = mkdtempSync(join(tmpdir(), 'quizmaster-data-'));

  constructor() {
    // As root, Postgres runs as another user, who has to get in.
    chmodSync(this.dir, 0o755);
  }

  run(): RunRecord {
    return JSON.parse(readFileSync(join(this.dir, 'run.json'), 'utf8')) as RunRecord;
  }

  pid(name: string): number {
    const found = this.run().processes[name];
    if (!found) throw new Error(`no process named ${name} is written down`);
    return found.pid;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
