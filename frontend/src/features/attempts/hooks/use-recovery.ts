import { useCallback, useMemo, useRef, useState } from 'react';
import type { Opening } from '../api/open-attempt';
import { DeviceStore } from '../lib/device-store';
import type { AutoSaveView } from './use-autosave';

/**
 * What earlier pages left on this device waits for the student's decision. The old records are deleted
 * only once this page's own record holds what was kept.
 */
export function useRecovery(opening: Opening, restore: AutoSaveView['restore']) {
  const { attempt, records, findings } = opening;
  const [open, setOpen] = useState(findings.answers.length > 0);
  const decided = useRef(findings.answers.length === 0);
  const store = useMemo(() => new DeviceStore(attempt.id), [attempt.id]);

  const forget = useCallback(() => {
    for (const { clientId } of records) store.forget(clientId);
  }, [records, store]);

  const keep = useCallback(async () => {
    if (decided.current) return;
    decided.current = true;
    setOpen(false);
    const position = findings.currentQuestionIndex ?? attempt.currentQuestionIndex;
    await restore(records, { position, timeSpent: findings.timeSpent });
    forget();
  }, [attempt.currentQuestionIndex, findings, forget, records, restore]);

  const discard = useCallback(() => {
    decided.current = true;
    setOpen(false);
    forget();
  }, [forget]);

  return { open, findings, keep, discard };
}
