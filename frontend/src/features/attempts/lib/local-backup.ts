import { seal, sizeOf, unseal, type DeviceRecord } from './device-record';

/** Why the browser did not keep something: `full` can be mended by the student, `blocked` is a setting. */
export type StorageFault = 'full' | 'blocked';
/** What was stored and could not be read as it was written. */
export interface Damage {
  /** Records; 1 where not even that can be told. */
  count: number;
  sizeBytes: number;
}
export interface BackupContent {
  records: DeviceRecord[];
  damage: Damage | null;
}

export const backupKey = (attemptId: string) => `quiz-progress-${attemptId}`;
const asideKey = (attemptId: string) => `quiz-progress-damaged-${attemptId}`;

/** Which of the two faults a storage error is. */
export function faultOf(error: unknown): StorageFault {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}

function parse(text: string | null): BackupContent {
  if (text === null) return { records: [], damage: null };
  const sizeBytes = sizeOf(text);
  try {
    const stored: unknown = JSON.parse(text);
    if (!Array.isArray(stored)) return { records: [], damage: { count: 1, sizeBytes } };
    const records = stored.map(unseal).filter((record) => record !== null);
    const count = stored.length - records.length;
    return { records, damage: count === 0 ? null : { count, sizeBytes } };
  } catch {
    // Not JSON: the caller sets the text aside and tells the student.
    return { records: [], damage: { count: 1, sizeBytes } };
  }
}

/**
 * The synchronous copy in LocalStorage, `quiz-progress-{attemptId}`: it survives the crash of a tab.
 * Each page has its own record in it, so two tabs never overwrite each other's.
 */
export class LocalBackup {
  /** `open` may throw where storage is blocked; it is asked anew each time, for settings change. */
  constructor(
    private readonly attemptId: string,
    private readonly open: () => Storage,
  ) {}

  /** Reads all records; a damaged text is moved aside, never deleted. */
  read(): BackupContent {
    try {
      const text = this.open().getItem(backupKey(this.attemptId));
      const content = parse(text);
      if (content.damage && text !== null) this.setAside(text, content.records);
      return content;
    } catch {
      // Blocked storage holds no backup; the first write reports the fault.
      return { records: [], damage: null };
    }
  }

  /** Replaces this page's record. Returns what went wrong, or null. */
  write(record: DeviceRecord): StorageFault | null {
    return this.replace(record.clientId, [record]);
  }

  /** Forgets one page's record, once all of it is acknowledged or discarded by the student. */
  remove(clientId: string): StorageFault | null {
    return this.replace(clientId, []);
  }

  private replace(clientId: string, own: DeviceRecord[]): StorageFault | null {
    try {
      const others = this.read().records.filter((record) => record.clientId !== clientId);
      this.store([...others, ...own]);
      return null;
    } catch (error) {
      return faultOf(error);
    }
  }

  private store(records: DeviceRecord[]): void {
    const storage = this.open();
    if (records.length === 0) storage.removeItem(backupKey(this.attemptId));
    else storage.setItem(backupKey(this.attemptId), JSON.stringify(records.map(seal)));
  }

  private setAside(text: string, readable: DeviceRecord[]): void {
    this.open().setItem(asideKey(this.attemptId), text);
    this.store(readable);
  }
}
