import { DeviceDatabase } from './device-database';
import { seal, unseal, type DeviceRecord } from './device-record';
import type { BackupContent } from './local-backup';

const keyOf = (attemptId: string, clientId: string) => `${attemptId}/${clientId}`;

/**
 * The durable copy in IndexedDB, written with `durability: 'strict'`: when a returned promise is
 * fulfilled the record is on the disk and survives the death of the browser. Every method rejects where
 * storage is full, blocked or absent.
 */
export class Journal {
  private readonly database: DeviceDatabase;

  constructor(
    private readonly attemptId: string,
    factory: () => IDBFactory,
  ) {
    this.database = new DeviceDatabase('quizmaster-journal', 'progress', factory);
  }

  write(record: DeviceRecord): Promise<void> {
    return this.database.change('strict', (store) => {
      store.put(seal(record), keyOf(this.attemptId, record.clientId));
    });
  }

  remove(clientId: string): Promise<void> {
    return this.database.change('strict', (store) => {
      store.delete(keyOf(this.attemptId, clientId));
    });
  }

  /** All records of the attempt; what cannot be read as it was written is moved to a key of its own. */
  async read(): Promise<BackupContent> {
    const range = IDBKeyRange.bound(`${this.attemptId}/`, `${this.attemptId}/\uffff`);
    const keys = await this.database.read((store) => store.getAllKeys(range));
    // Every key of this store was made by keyOf.
    const names = keys.filter((key) => typeof key === 'string');
    const records: DeviceRecord[] = [];
    let corrupt = false;
    for (const key of names) {
      const stored: unknown = await this.database.read((store) => store.get(key));
      const record = unseal(stored);
      if (record) records.push(record);
      else {
        corrupt = true;
        await this.setAside(key, stored);
      }
    }
    return { records, corrupt };
  }

  private setAside(key: string, stored: unknown): Promise<void> {
    return this.database.change('strict', (store) => {
      store.put(stored, `damaged/${key}`);
      store.delete(key);
    });
  }
}
