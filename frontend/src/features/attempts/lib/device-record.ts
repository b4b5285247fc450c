import type { AnswerValue } from './answers';

export const RECORD_SCHEMA = 1;

/** What one page keeps on the device of an attempt: every change the server has not acknowledged. */
export interface DeviceRecord {
  schema: typeof RECORD_SCHEMA;
  attemptId: string;
  userId: string;
  clientId: string;
  /** This page and the crashed ones it took over from: saves of theirs are this student's own. */
  ownDevices: string[];
  /** ISO time of the last change by this device's clock. */
  at: string;
  baseVersion: number;
  /** What the server held for each pending question when it was changed. */
  base: Record<string, AnswerValue>;
  pending: Record<string, { value: AnswerValue; at: string }>;
  currentQuestionIndex: number;
  timeSpent: number;
}

/** A record with its checksum, as it is stored. */
export interface SealedRecord {
  checksum: string;
  record: DeviceRecord;
}

/** FNV-1a over UTF-16 code units: catches a torn or edited copy, is no protection against a forger. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Bytes of a stored text, about; of anything else as it would be written, and 0 where it cannot be. */
export function sizeOf(stored: unknown): number {
  try {
    const text = typeof stored === 'string' ? stored : (JSON.stringify(stored) ?? '');
    return new TextEncoder().encode(text).length;
  } catch {
    // Damaged beyond being text.
    return 0;
  }
}

export function seal(record: DeviceRecord): SealedRecord {
  return { checksum: checksum(JSON.stringify(record)), record };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnswerValue(value: unknown): value is AnswerValue {
  if (value === null || typeof value === 'string') return true;
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isPending(value: unknown): value is { value: AnswerValue; at: string } {
  return isObject(value) && typeof value.at === 'string' && isAnswerValue(value.value);
}

function isRecord(value: unknown): value is DeviceRecord {
  return (
    isObject(value) &&
    value.schema === RECORD_SCHEMA &&
    ['attemptId', 'userId', 'clientId', 'at'].every((key) => typeof value[key] === 'string') &&
    ['baseVersion', 'currentQuestionIndex', 'timeSpent'].every((key) =>
      Number.isInteger(value[key]),
    ) &&
    Array.isArray(value.ownDevices) &&
    value.ownDevices.every((device) => typeof device === 'string') &&
    isObject(value.base) &&
    Object.values(value.base).every(isAnswerValue) &&
    isObject(value.pending) &&
    Object.values(value.pending).every(isPending)
  );
}

/** The record, or null where what was stored is not what was once written. */
export function unseal(value: unknown): DeviceRecord | null {
  if (!isObject(value) || !isRecord(value.record)) return null;
  return checksum(JSON.stringify(value.record)) === value.checksum ? value.record : null;
}
