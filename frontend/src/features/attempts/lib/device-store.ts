import type { DeviceRecord } from './device-record';
import type { Incident } from './incidents';
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

  /** `turn` is waited for between opening the journal and writing to it: a page may hang in between. */
  constructor(
    attemptId: string,
    private readonly turn: () => Promise<void> = () => Promise.resolve(),
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
      durable: outcomeOf(this.journal.write(record, this.turn)),
    };
  }

  /** Deletes one page's record from both copies: everything in it is acknowledged or discarded. */
  forget(clientId: string): Kept {
    return {
      fault: this.backup.remove(clientId),
      durable: outcomeOf(this.journal.remove(clientId)),
    };
  }

  /**
   * Every record of the attempt, oldest first; of two copies of one page's record the newer. What is damaged
   * is set aside and told of, once.
   */
  async load(): Promise<{ records: DeviceRecord[]; incidents: Incident[] }> {
    const local = this.backup.read();
    const journal = await this.readJournal();
    const incidents: Incident[] = [];
    if (local.damage) incidents.push({ code: 'BACKUP_CORRUPT', ...local.damage });
    if (journal.damage) incidents.push({ code: 'JOURNAL_CORRUPT', ...journal.damage });
    return { records: newest([...local.records, ...journal.records]), incidents };
  }

  private async readJournal(): Promise<BackupContent> {
    try {
      return await this.journal.read();
    } catch {
      // No journal to be had (blocked, private window): LocalStorage is what there is, and the first
      // write tells the student.
      return { records: [], damage: null };
    }
  }
}
