import { randomId } from '../../../lib/ids';

/** Files that were chosen together. */
export interface UploadBatch {
  key: string;
  fileCount: number;
  categoryId: string | null;
}

/** A file on its way to the server; once accepted it is an import like any other. */
export interface Upload {
  /** Drawn once per file, and kept when it is sent again. */
  key: string;
  file: File;
  /** Files are sent in the order in which they were chosen. */
  turn: number;
  /** Null for a file chosen alone. */
  batch: UploadBatch | null;
  /** The server's name for the batch, once it has one. */
  batchId: string | null;
  categoryId: string | null;
  state: 'waiting' | 'sending' | 'failed' | 'accepted';
  error: unknown;
  /** The import it has become. */
  importId: string | null;
}

/** Answers the id of the import. */
type Send = (upload: Upload) => Promise<string>;

const AT_ONCE = 2;

/** Sends files two at a time, and goes on while other pages are looked at. */
export class UploadStore {
  private uploads: readonly Upload[] = [];
  private turns = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly send: Send) {}

  snapshot = (): readonly Upload[] => this.uploads;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Several files are one batch. */
  add(files: readonly File[], categoryId: string | null): void {
    const fileCount = files.length;
    const batch = fileCount > 1 ? { key: randomId(), fileCount, categoryId } : null;
    const added = files.map((file): Upload => ({
      key: randomId(),
      file,
      turn: (this.turns += 1),
      batch,
      batchId: null,
      categoryId,
      state: 'waiting',
      error: null,
      importId: null,
    }));
    this.change([...added, ...this.uploads]);
    this.pump();
  }

  /** Sends a failed file again, as the same upload. */
  retry(key: string): void {
    this.update(key, { state: 'waiting', error: null });
    this.pump();
  }

  /** Tells what the server calls a batch. */
  name(batchKey: string, batchId: string): void {
    this.change(
      this.uploads.map((upload) =>
        upload.batch?.key === batchKey ? { ...upload, batchId } : upload,
      ),
    );
  }

  remove(key: string): void {
    this.change(this.uploads.filter((upload) => upload.key !== key));
  }

  /** Forgets those that are in the list of imports now. */
  settle(importIds: ReadonlySet<string>): void {
    const left = this.uploads.filter(
      ({ importId }) => importId === null || !importIds.has(importId),
    );
    if (left.length < this.uploads.length) this.change(left);
  }

  private pump(): void {
    const sending = this.uploads.filter(({ state }) => state === 'sending').length;
    const waiting = this.uploads
      .filter(({ state }) => state === 'waiting')
      .toSorted((a, b) => a.turn - b.turn);
    for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - sending))) void this.run(upload);
  }

  private async run(upload: Upload): Promise<void> {
    this.update(upload.key, { state: 'sending' });
    try {
      this.update(upload.key, { state: 'accepted', importId: await this.send(upload) });
    } catch (error) {
      this.update(upload.key, { state: 'failed', error });
    }
    this.pump();
  }

  private update(key: string, changes: Partial<Upload>): void {
    this.change(
      this.uploads.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)),
    );
  }

  private change(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}
