import { DeviceDatabase } from '../../../lib/device-database';
import { seal, sizeOf, unseal, type DeviceRecord } from './device-record';
import type { BackupContent, Damage } from './local-backup';

const keyOf = (attemptId: string, clientId: string) => `${attemptId}/${clientId}`;

function damageOf(damaged: unknown[]): Damage | null {
  if (damaged.length === 0) return null;
  return {
    count: damaged.length,
    sizeBytes: damaged.reduce<number>((sum, stored) => sum + sizeOf(stored), 0),
  };
}

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

  async write(record: DeviceRecord, turn: () => Promise<void>): Promise<void> {
    await this.database.ready();
    await turn();
    await this.database.change('strict', (store) => {
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
    const damaged: unknown[] = [];
    for (const key of names) {
      const stored: unknown = await this.database.read((store) => store.get(key));
      const record = unseal(stored);
      if (record) records.push(record);
      else {
        damaged.push(stored);
        await this.setAside(key, stored);
      }
    }
    return { records, damage: damageOf(damaged) };
  }

  private setAside(key: string, stored: unknown): Promise<void> {
    return this.database.change('strict', (store) => {
      store.put(stored, `damaged/${key}`);
      store.delete(key);
    });
  }
}
