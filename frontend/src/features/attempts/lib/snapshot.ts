import type { Place, QuestionState } from './autosave-types';
import type { PendingAnswer, WorkingCopy } from './working-copy';
import { isAnswered } from './answers';

function pendingPlace(change: PendingAnswer, durableRevision: number): Place {
  return change.revision <= durableRevision ? 'device' : 'choosing';
}

/** Each question that has or had an answer: what it is and where it is known to be. */
export function questionStates(
  copy: WorkingCopy,
  durableRevision: number,
): Record<string, QuestionState> {
  const states: Record<string, QuestionState> = {};
  for (const [questionId, { value }] of Object.entries(copy.base.answers)) {
    states[questionId] = { value, place: isAnswered(value) ? 'server' : 'none' };
  }
  for (const [questionId, change] of Object.entries(copy.pending)) {
    states[questionId] = { value: change.value, place: pendingPlace(change, durableRevision) };
  }
  return states;
}

/** How many answers the server has not acknowledged, and how many of them are safe on this device. */
export function countUnsaved(copy: WorkingCopy, durableRevision: number) {
  const pending = Object.values(copy.pending);
  const onDevice = pending.filter((change) => change.revision <= durableRevision);
  return { unsavedCount: pending.length, onDeviceCount: onDevice.length };
}
