import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../hooks/use-format';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';

/** The time an open attempt has left, which stands still in a pause. */
export function TimeLeft({ attempt }: { attempt: StaffAttempt }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  if (attempt.status !== 'OPEN') return <>–</>;
  const seconds = attempt.paused ? attempt.paused.remainingSeconds : attempt.remainingSeconds;
  return <>{seconds === null ? t('noLimit') : format.duration(seconds, 'short')}</>;
}
