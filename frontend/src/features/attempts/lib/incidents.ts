import { readText, writeText } from '../../../lib/storage';
import type { AutoSaveSnapshot } from './autosave-types';
import type { Damage, StorageFault } from './local-backup';
import { untilDone } from './until-done';

const CODES = ['BACKUP_CORRUPT', 'JOURNAL_CORRUPT', 'STORAGE_FULL', 'STORAGE_BLOCKED'] as const;
const CODE_OF_FAULT = { full: 'STORAGE_FULL', blocked: 'STORAGE_BLOCKED' } as const;

/** Something wrong with what this device keeps: numbers and a code, never what is in it. */
export interface Incident extends Damage {
  code: (typeof CODES)[number];
}

const keyOf = (attemptId: string) => `quiz-incidents-${attemptId}`;

function isIncident(value: unknown): value is Incident {
  if (typeof value !== 'object' || value === null) return false;
  if (!('code' in value && 'count' in value && 'sizeBytes' in value)) return false;
  return (
    CODES.some((code) => code === value.code) &&
    Number.isInteger(value.count) &&
    Number.isInteger(value.sizeBytes)
  );
}

function readWaiting(attemptId: string): Incident[] {
  try {
    const stored: unknown = JSON.parse(readText(keyOf(attemptId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isIncident) : [];
  } catch {
    // Damaged as well: the answers are what matters.
    return [];
  }
}

/** Notes what was found before anybody can be told: it waits for the next page of this attempt. */
export function noteIncidents(attemptId: string, incidents: Incident[]): void {
  if (incidents.length > 0) keep(attemptId, [...readWaiting(attemptId), ...incidents]);
}

function keep(attemptId: string, waiting: Incident[]): void {
  writeText(keyOf(attemptId), waiting.length === 0 ? null : JSON.stringify(waiting));
}

/**
 * Tells the server's log of incidents, each once, when there is a network; nobody waits for it. What is not
 * told yet is kept on the device, as far as the device keeps anything.
 */
export class Incidents {
  private waiting: Incident[];
  private readonly knownFaults = new Set<StorageFault>();
  private sending: Promise<boolean> | null = null;
  private stopSending: () => void = () => undefined;

  constructor(
    private readonly attemptId: string,
    /** Whether the server has it, or will never take it. */
    private readonly send: (incident: Incident) => Promise<boolean>,
  ) {
    this.waiting = readWaiting(attemptId);
  }

  /** Sends until nothing is left. Returns the function that ends it. */
  start(): () => void {
    this.resume();
    return () => this.stopSending();
  }

  /** The first fault of each kind of this page. */
  look({ storage, unsavedCount }: Pick<AutoSaveSnapshot, 'storage' | 'unsavedCount'>): void {
    if (storage === 'ok' || this.knownFaults.has(storage)) return;
    this.knownFaults.add(storage);
    const code = CODE_OF_FAULT[storage];
    this.waiting = [...this.waiting, { code, count: unsavedCount, sizeBytes: 0 }];
    keep(this.attemptId, this.waiting);
    this.resume();
  }

  private resume(): void {
    this.stopSending();
    this.stopSending = untilDone(() => this.sendAll());
  }

  /** One at a time, and each looks for itself: one that is ending may have overlooked the newest. */
  private async sendAll(): Promise<boolean> {
    while (this.sending) await this.sending;
    this.sending = this.drain();
    const done = await this.sending;
    this.sending = null;
    return done;
  }

  private async drain(): Promise<boolean> {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      if (!(await this.send(next))) return false;
      this.waiting = this.waiting.slice(1);
      keep(this.attemptId, this.waiting);
    }
    return true;
  }
}
