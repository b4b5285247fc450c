import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import { useSession } from '../../../hooks/use-session';
import { openingQuery } from '../api/open-attempt';
import { AnswerText } from './answer-text';

/** What was answered on this device but reached the server too late: told, not hidden. */
export function UnsentNotice({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation('attempts');
  const { user } = useSession();
  const { data } = useQuery(openingQuery(attemptId, user?.id ?? ''));
  const unsent = new Map(data?.findings.answers.map((found) => [found.questionId, found.value]));
  if (!data || unsent.size === 0) return null;
  return (
    <Notice tone="warning" title={t('unsentTitle', { count: unsent.size })}>
      <p>{t('unsentText')}</p>
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
