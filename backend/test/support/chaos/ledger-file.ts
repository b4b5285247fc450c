import { readFile, open, type FileHandle } from 'node:fs/promises';
import type { AnswerValue } from '../../../src/modules/attempts/attempts.dto.js';

/** What the driver knows of a request: written before it is sent (`status` null) and when it is answered. */
export interface LedgerLine {
  attempt: string;
  mutationId: string;
  client: string;
  seq: number;
  hash: string;
  kind: 'save' | 'submit';
  /** 0: no answer came. */
  status: number | null;
  version: number | null;
  superseded?: boolean;
  /** On the line before sending: what the mutation says. */
  values?: Record<string, AnswerValue>;
}

/**
 * A file that remembers, on the disk, what was sent and what was acknowledged, whatever becomes of the
 * system under test. Lines written at the same time share one fsync.
 */
export class LedgerFile {
  readonly path: string;
  private readonly file: FileHandle;
  private text = '';
  private last: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.file = file;
  }

  static async create(path: string): Promise<LedgerFile> {
    return new LedgerFile(path, await open(path, 'ax'));
  }

  /** Resolves once the line is on the disk. */
  write(line: LedgerLine): Promise<void> {
    this.text += `${JSON.stringify(line)}\n`;
    if (!this.next) {
      this.last = this.last.then(() => this.flush());
      this.next = this.last;
    }
    return this.next;
  }

  /** Every line, from the disk. */
  async read(): Promise<LedgerLine[]> {
    const text = await readFile(this.path, 'utf8');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LedgerLine);
  }

  async close(): Promise<void> {
    await this.last;
    await this.file.close();
  }

  private async flush(): Promise<void> {
    const { text } = this;
    this.text = '';
    this.next = null;
    await this.file.appendFile(text);
    await this.file.sync();
  }
}
