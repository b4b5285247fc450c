import { postAttemptsByIdClientReports } from '../../../lib/api/generated/sdk.gen';
import { RECORD_SCHEMA } from '../lib/device-record';
import type { Incident } from '../lib/incidents';
import { failureOf } from './attempt-transport';

/** Leaves a line in the server's log. False where it is to be tried again. */
export async function reportIncident(attemptId: string, incident: Incident): Promise<boolean> {
  try {
    const body = { ...incident, schemaVersion: RECORD_SCHEMA };
    await postAttemptsByIdClientReports({ path: { id: attemptId }, body });
    return true;
  } catch (error) {
    const failure = failureOf(error);
    // Refused for good, or one of too many: the log has enough of it.
    return failure.kind === 'refused' || ('reason' in failure && failure.reason === 'limited');
  }
}
