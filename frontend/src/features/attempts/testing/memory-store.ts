import type { DeviceRecord } from '../lib/device-record';
import type { Kept, ProgressStore } from '../lib/device-store';
import type { StorageFault } from '../lib/local-backup';

/** A device whose disk is under the test's control. */
export class MemoryStore implements ProgressStore {
  readonly records = new Map<string, DeviceRecord>();
  fault: StorageFault | null = null;
  /** While true nothing gets from the journal to the disk. */
  slow = false;
  private readonly waiting: (() => void)[] = [];

  keep(record: DeviceRecord): Kept {
    if (this.fault) return { fault: this.fault, durable: Promise.resolve(this.fault) };
    if (Object.keys(record.pending).length === 0) this.records.delete(record.clientId);
    else this.records.set(record.clientId, record);
    return { fault: null, durable: this.slow ? this.onDisk() : Promise.resolve(null) };
  }

  /** The disk has caught up. */
  flush(): void {
    for (const done of this.waiting.splice(0)) done();
  }

  private onDisk(): Promise<null> {
    return new Promise((resolve) => {
      this.waiting.push(() => {
        resolve(null);
      });
    });
  }
}
