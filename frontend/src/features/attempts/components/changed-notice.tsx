import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptResult } from '../../../lib/api/generated/types.gen';

/** What may still change a result, what became of answers that came late, and what has changed it. */
export function ChangedNotice({ result }: { result: AttemptResult }) {
  return (
    <>
      {result.late && <LateNotice late={result.late} />}
      {result.regrades.length > 0 && <Regrades regrades={result.regrades} />}
    </>
  );
}

function LateNotice({ late }: { late: NonNullable<AttemptResult['late']> }) {
  const { t } = useTranslation('attempts');
  const count = late.answers;
  switch (late.state) {
    case 'accepted':
      return (
        <Notice tone="info" title={t('lateAcceptedTitle', { count })}>
          {t('lateAcceptedText')}
        </Notice>
      );
    case 'waiting':
      return (
        <Notice tone="warning" title={t('lateWaitingTitle', { count })}>
          {t('lateWaitingText')}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="warning" title={t('lateRefusedTitle', { count })}>
          {t('lateRefusedText')}
        </Notice>
      );
  }
}

function Regrades({ regrades }: Pick<AttemptResult, 'regrades'>) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  return (
    <Notice tone="info" title={t('regradedTitle')}>
      <ul className="flex flex-col gap-1">
        {regrades.map(({ at, cause, scoreBefore, scoreAfter }) => {
          const facts = {
            time: format.dateTime(at),
            before: format.number(scoreBefore),
            after: format.number(scoreAfter),
          };
          return (
            <li key={at}>
              {cause === 'LATE_ANSWERS' ? t('regradedLate', facts) : t('regradedKey', facts)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
