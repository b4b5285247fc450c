import type { Attempt } from '../../../lib/api/generated/types.gen';
import type { AutoSave } from './autosave';
import type { TimeAnchor } from './countdown';
import { KeptAttempt } from './kept-attempt';
import { forgetPictures, keepPictures } from './kept-pictures';
import { untilDone } from './until-done';

/** Deletes what is kept of an attempt that is over: nothing of it is to be gone on with. */
export async function forgetContent(attemptId: string, userId: string): Promise<void> {
  await new KeptAttempt(attemptId, userId).forget();
  await forgetPictures(attemptId);
}

/**
 * Keeps questions, pictures and what the server last acknowledged on this device for as long as the attempt
 * is open, and forgets them when it is over. Returns the function that ends it.
 */
export function keepOnDevice(
  autosave: AutoSave,
  opening: { attempt: Attempt; time: TimeAnchor | null; fromDevice: boolean },
  userId: string,
): () => void {
  const { attempt, time, fromDevice } = opening;
  const kept = new KeptAttempt(attempt.id, userId);
  const stopPictures = untilDone(() => keepPictures(attempt.id, attempt.questions));
  // Nothing later writes the questions: they are tried until they are kept.
  const stopContent = untilDone(async () => fromDevice || kept.keepContent(attempt));
  let last = autosave.serverCopy();
  if (!fromDevice) void kept.keepState(last, attempt.currentQuestionIndex, time);
  let lastTime = time;
  const unsubscribe = autosave.subscribe(() => {
    const { phase, position, time: now } = autosave.getSnapshot();
    if (phase === 'submitted' || phase === 'closed') {
      stopPictures();
      stopContent();
      void forgetContent(attempt.id, userId);
      return;
    }
    const copy = autosave.serverCopy();
    if (copy === last && now === lastTime) return;
    last = copy;
    lastTime = now;
    void kept.keepState(copy, position, now);
  });
  return () => {
    unsubscribe();
    stopPictures();
    stopContent();
  };
}
