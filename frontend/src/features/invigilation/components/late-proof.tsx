import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../hooks/use-format';
import type { LateAnswerSet } from '../../../lib/api/generated/types.gen';

/** When a late answer was chosen and came, how far that is proven, and who decided on it. */
export function LateProof({ set }: { set: LateAnswerSet }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  const { lastChosenAt, arrivedAt, decidedAt, decidedBy } = set;
  const decided = decidedAt !== null && {
    state: t(`late${set.state}`),
    time: format.dateTimeSeconds(decidedAt),
  };
  return (
    <div className="flex flex-col gap-1 text-sm text-ink-soft">
      <p>{t(`late${set.kind}`)}</p>
      {lastChosenAt !== null && (
        <p>
          {t('lateChosen', { time: format.dateTimeSeconds(lastChosenAt) })}{' '}
          {set.verified ? t('lateVerified') : t('lateUnverified')}
        </p>
      )}
      <p>
        {t('lateArrived', { time: format.dateTimeSeconds(arrivedAt) })}{' '}
        {set.inGrace ? t('lateInGrace') : t('lateAfterGrace')}
      </p>
      {decided && (
        <p>
          {decidedBy
            ? t('lateDecidedBy', { ...decided, name: decidedBy.name })
            : t('lateDecidedByRule', decided)}
        </p>
      )}
    </div>
  );
}
