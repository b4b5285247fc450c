import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state';
import type { LateAnswers as Late } from '../../../lib/api/generated/types.gen';
import { lateAnswersQuery } from '../api/attempts';
import { eachLate } from '../lib/late-answers';
import { LateAnswerCard } from './late-answer-card';
import { LateButtons } from './late-buttons';

/** Answers that came after the time was over and what was decided on each; nothing where there are none. */
export function LateAnswers({ attemptId }: { attemptId: string }) {
  const late = useQuery(lateAnswersQuery(attemptId));
  if (late.isError && !late.data) {
    return <ErrorState error={late.error} onRetry={() => void late.refetch()} />;
  }
  if (!late.data || late.data.items.length === 0) return null;
  return <Shown late={late.data} />;
}

function Shown({ late }: { late: Late }) {
  const { t } = useTranslation('invigilation');
  const { attemptId } = late;
  const lates = eachLate(late);
  const waiting = lates.filter(({ set }) => set.state === 'WAITING');
  const count = waiting.length;
  return (
    <section aria-labelledby="late" className="flex flex-col gap-3">
      <h2 id="late" className="text-xl">
        {t('lateTitle')}
      </h2>
      <p className="text-ink-soft">
        {count === 0 ? t('lateAllDecided') : t('lateWaitingCount', { count })}
      </p>
      {count > 1 && (
        <LateButtons
          attemptId={attemptId}
          lates={waiting}
          accept={t('lateAcceptAll', { count })}
          refuse={t('lateRefuseAll', { count })}
        />
      )}
      <ol className="flex flex-col gap-3">
        {lates.map((one) => (
          <li key={`${one.set.id} ${one.answer.questionId}`}>
            <LateAnswerCard attemptId={attemptId} late={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}
