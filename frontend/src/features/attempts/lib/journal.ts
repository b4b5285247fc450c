import { seal, unseal, type DeviceRecord } from './device-record';
import type { BackupContent } from './local-backup';

const DATABASE = 'quizmaster-journal';
const STORE = 'progress';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB request failed'));
    };
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      reject(transaction.error ?? new Error('IndexedDB transaction failed'));
    };
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}

async function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE);
  };
  return settled(request);
}

const keyOf = (attemptId: string, clientId: string) => `${attemptId}/${clientId}`;

/**
 * The durable copy in IndexedDB, written with `durability: 'strict'`: when a returned promise is
 * fulfilled the record is on the disk and survives the death of the browser. Every method rejects where
 * storage is full, blocked or absent.
 */
export class Journal {
  private database: Promise<IDBDatabase> | null = null;

  constructor(
    private readonly attemptId: string,
    private readonly factory: () => IDBFactory,
  ) {}

  async write(record: DeviceRecord): Promise<void> {
    await this.change((store) => {
      store.put(seal(record), keyOf(this.attemptId, record.clientId));
    });
  }

  async remove(clientId: string): Promise<void> {
    await this.change((store) => {
      store.delete(keyOf(this.attemptId, clientId));
    });
  }

  /** All records of the attempt; what cannot be read as it was written is moved to a key of its own. */
  async read(): Promise<BackupContent> {
    const database = await this.open();
    const store = database.transaction(STORE, 'readonly').objectStore(STORE);
    const range = IDBKeyRange.bound(`${this.attemptId}/`, `${this.attemptId}/\uffff`);
    const keys = await settled(store.getAllKeys(range));
    // Every key of this store was made by keyOf.
    const names = keys.filter((key) => typeof key === 'string');
    const records: DeviceRecord[] = [];
    let corrupt = false;
    for (const key of names) {
      const stored: unknown = await settled(
        database.transaction(STORE, 'readonly').objectStore(STORE).get(key),
      );
      const record = unseal(stored);
      if (record) records.push(record);
      else {
        corrupt = true;
        await this.setAside(key, stored);
      }
    }
    return { records, corrupt };
  }

  private async setAside(key: string, stored: unknown): Promise<void> {
    await this.change((store) => {
      store.put(stored, `damaged/${key}`);
      store.delete(key);
    });
  }

  private async change(apply: (store: IDBObjectStore) => void): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const done = completed(transaction);
    apply(transaction.objectStore(STORE));
    await done;
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= this.connect();
    return this.database;
  }

  private async connect(): Promise<IDBDatabase> {
    try {
      const database = await openDatabase(this.factory());
      // Storage was cleared, or another tab brings a newer version: the next call opens anew.
      database.onclose = () => {
        this.database = null;
      };
      database.onversionchange = () => {
        database.close();
        this.database = null;
      };
      return database;
    } catch (error) {
      this.database = null;
      throw error;
    }
  }
}
