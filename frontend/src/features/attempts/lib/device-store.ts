import type { DeviceRecord } from './device-record';
import { Journal } from './journal';
import { faultOf, LocalBackup, type BackupContent, type StorageFault } from './local-backup';

export interface Kept {
  /** What kept LocalStorage from taking it, or null. */
  fault: StorageFault | null;
  /** Fulfilled once the journal has it on the disk (null) or could not take it (why). Never rejects. */
  durable: Promise<StorageFault | null>;
}

/** What the autosave machine needs of the device. */
export interface ProgressStore {
  /** Keeps the record, or forgets it once nothing in it is pending. */
  keep(record: DeviceRecord): Kept;
}

function newest(records: DeviceRecord[]): DeviceRecord[] {
  const byPage = new Map<string, DeviceRecord>();
  for (const record of records) {
    const known = byPage.get(record.clientId);
    if (!known || known.at < record.at) byPage.set(record.clientId, record);
  }
  return [...byPage.values()].sort((a, b) => a.at.localeCompare(b.at));
}

async function outcomeOf(write: Promise<void>): Promise<StorageFault | null> {
  try {
    await write;
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

/** Both copies of an attempt on this device: LocalStorage (synchronous) and the IndexedDB journal. */
export class DeviceStore implements ProgressStore {
  private readonly backup: LocalBackup;
  private readonly journal: Journal;

  constructor(
    attemptId: string,
    localStorage: () => Storage = () => window.localStorage,
    indexedDb: () => IDBFactory = () => window.indexedDB,
  ) {
    this.backup = new LocalBackup(attemptId, localStorage);
    this.journal = new Journal(attemptId, indexedDb);
  }

  keep(record: DeviceRecord): Kept {
    if (Object.keys(record.pending).length === 0) return this.forget(record.clientId);
    return {
      fault: this.backup.write(record),
      durable: outcomeOf(this.journal.write(record)),
    };
  }

  /** Deletes one page's record from both copies: everything in it is acknowledged or discarded. */
  forget(clientId: string): Kept {
    return {
      fault: this.backup.remove(clientId),
      durable: outcomeOf(this.journal.remove(clientId)),
    };
  }

  /** Every record of the attempt, oldest first; of two copies of one page's record the newer. */
  async load(): Promise<BackupContent> {
    const local = this.backup.read();
    const journal = await this.readJournal();
    return {
      records: newest([...local.records, ...journal.records]),
      corrupt: local.corrupt || journal.corrupt,
    };
  }

  private async readJournal(): Promise<BackupContent> {
    try {
      return await this.journal.read();
    } catch {
      // No journal to be had (blocked, private window): LocalStorage is what there is, and the first
      // write tells the student.
      return { records: [], corrupt: false };
    }
  }
}
