import type { AnswerValue } from '../lib/answers';
import { RECORD_SCHEMA, type DeviceRecord } from '../lib/device-record';

/** A record of user `user` on attempt `attempt` with these pending answers. */
export function makeRecord(
  pending: Record<string, AnswerValue>,
  more: Partial<DeviceRecord> = {},
): DeviceRecord {
  const at = more.at ?? '2030-01-01T10:00:00.000Z';
  const entries = Object.entries(pending).map(([id, value]) => [id, { value, at }] as const);
  return {
    schema: RECORD_SCHEMA,
    attemptId: 'attempt',
    userId: 'user',
    clientId: 'page',
    ownDevices: [more.clientId ?? 'page'],
    at,
    baseVersion: 0,
    base: {},
    pending: Object.fromEntries(entries),
    currentQuestionIndex: 0,
    timeSpent: 0,
    ...more,
  };
}
