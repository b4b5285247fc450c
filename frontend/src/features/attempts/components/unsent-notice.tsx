import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import { useSession } from '../../../hooks/use-session';
import type { AttemptResult } from '../../../lib/api/generated/types.gen';
import { openingQuery } from '../api/open-attempt';
import { AnswerText } from '../../../components/content/answer-text';

/** What was answered on this device but reached the server too late: told, not hidden. */
export function UnsentNotice({ result }: { result: AttemptResult }) {
  const { t } = useTranslation('attempts');
  const { user } = useSession();
  const { data, isFetching } = useQuery(openingQuery(result.attemptId, user?.id ?? ''));
  // What an earlier page was told is not what is on the device now.
  if (isFetching) return null;
  const unsent = new Map(data?.findings.answers.map((found) => [found.questionId, found.value]));
  if (!data || unsent.size === 0) return result.included || result.late ? null : <NotCounted />;
  const timedOut = result.status === 'EXPIRED';
  const title = timedOut
    ? t('unsentTitle', { count: unsent.size })
    : t('afterTitle', { count: unsent.size });
  return (
    <Notice tone="warning" title={title}>
      <p>{timedOut ? t('unsentText') : t('afterText')}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {data.attempt.questions.map((question, index) => {
          const value = unsent.get(question.id);
          if (value === undefined) return null;
          return (
            <li key={question.id}>
              <p className="font-medium">{t('unsentItem', { number: index + 1 })}</p>
              <AnswerText question={question} value={value} />
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** The server said so, and this device kept no copy to show. */
function NotCounted() {
  const { t } = useTranslation('attempts');
  return (
    <Notice tone="warning" title={t('notCountedTitle')}>
      {t('notCountedText')}
    </Notice>
  );
}
