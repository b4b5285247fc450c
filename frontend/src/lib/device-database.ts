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

/** A page that hangs in the midst of a change keeps the store shut for everybody else. */
const PATIENCE_MS = 5_000;

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`IndexedDB did not answer within ${String(milliseconds)} ms`));
    }, milliseconds);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
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

/** An IndexedDB database with one store. Every method rejects where storage is full, blocked or absent. */
export class DeviceDatabase {
  private database: Promise<IDBDatabase> | null = null;

  constructor(
    private readonly name: string,
    private readonly store: string,
    private readonly factory: () => IDBFactory,
  ) {}

  /** Rejects as well where nothing comes for a while: there are other copies to go on with. */
  read<T>(
    look: (store: IDBObjectStore) => IDBRequest<T>,
    patienceMs: number = PATIENCE_MS,
  ): Promise<T> {
    return within(patienceMs, this.look(look));
  }

  /** Fulfilled when it is open: a change begins at once then. */
  async ready(): Promise<void> {
    await this.open();
  }

  /** Fulfilled when it is done; with `strict` it is on the disk then and survives the death of the browser. */
  async change(
    durability: IDBTransactionDurability,
    apply: (store: IDBObjectStore) => void,
  ): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction(this.store, 'readwrite', { durability });
    const done = completed(transaction);
    apply(transaction.objectStore(this.store));
    await done;
  }

  private async look<T>(look: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await this.open();
    return settled(look(database.transaction(this.store, 'readonly').objectStore(this.store)));
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= this.connect();
    return this.database;
  }

  private async connect(): Promise<IDBDatabase> {
    try {
      const request = this.factory().open(this.name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(this.store);
      };
      const database = await settled(request);
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
