import { RECORD_SCHEMA, type DeviceRecord } from './device-record';
import type { ProgressStore } from './device-store';
import type { StorageFault } from './local-backup';
import type { WorkingCopy } from './working-copy';

export interface RecordOwner {
  attemptId: string;
  userId: string;
  clientId: string;
}

/** The record of what is pending. Of a question in conflict the base is the one both sides knew. */
export function recordOf(
  owner: RecordOwner,
  copy: WorkingCopy,
  progress: Pick<DeviceRecord, 'currentQuestionIndex' | 'timeSpent' | 'ownDevices'>,
  at: string,
): DeviceRecord {
  const base: DeviceRecord['base'] = {};
  const pending: DeviceRecord['pending'] = {};
  for (const [questionId, change] of Object.entries(copy.pending)) {
    const conflict = copy.conflicts[questionId];
    base[questionId] = conflict ? conflict.base : (copy.base.answers[questionId]?.value ?? null);
    pending[questionId] = { value: change.value, at: change.at };
  }
  const { attemptId, userId, clientId } = owner;
  const baseVersion = copy.base.version;
  return {
    schema: RECORD_SCHEMA,
    attemptId,
    userId,
    clientId,
    at,
    baseVersion,
    base,
    pending,
    ...progress,
  };
}

/** Knows how much of the pending changes is safe on this device, and what is wrong where it is not. */
export class DeviceKeeper {
  /** Every change up to this revision is on the disk. */
  durableRevision = 0;
  private localFault: StorageFault | null = null;
  private journalFault: StorageFault | null = null;

  constructor(
    private readonly store: ProgressStore,
    private readonly onChange: () => void,
  ) {}

  get storage(): 'ok' | StorageFault {
    return this.localFault ?? this.journalFault ?? 'ok';
  }

  /** Keeps `record`, which holds every pending change up to `revision`. */
  keep(record: DeviceRecord, revision: number): Promise<void> {
    const kept = this.store.keep(record);
    this.localFault = kept.fault;
    return this.follow(kept.durable, revision);
  }

  private async follow(durable: Promise<StorageFault | null>, revision: number): Promise<void> {
    this.journalFault = await durable;
    if (this.journalFault === null) {
      this.durableRevision = Math.max(this.durableRevision, revision);
    }
    this.onChange();
  }
}
