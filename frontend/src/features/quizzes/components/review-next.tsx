import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { ButtonLink } from '../../../components/ui/button-link';
import { Notice } from '../../../components/ui/notice';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { usePublish } from '../hooks/use-publish';
import { isBlocked, type NumberedQuestion } from '../lib/questions';
import { PublishProblem } from './publish-problem';
import { StatusBadge } from './status-badge';

interface ReviewNextProps {
  quiz: AdminQuizDetail;
  questions: readonly NumberedQuestion[];
  beforePublish: () => Promise<void>;
  /** The document is being read again. */
  busy: boolean;
  showFirst: () => void;
}

/** How far the quiz of an import is, and the step that comes next: what is left to settle, or publishing. */
export function ReviewNext({ quiz, questions, beforePublish, busy, showFirst }: ReviewNextProps) {
  const { t } = useTranslation('quizzes');
  const publish = usePublish(quiz.id, beforePublish);
  const [asked, setAsked] = useState(false);
  const blocked = questions.filter(({ question }) => isBlocked(question)).length;
  const press = () => {
    setAsked(true);
    if (blocked > 0) showFirst();
    else if (questions.length > 0) publish.mutate();
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <StatusBadge status={quiz.status} />
        <p className="text-ink-soft">{t('questions', { count: questions.length })}</p>
        <div className="flex flex-wrap gap-3 sm:ms-auto">
          <ButtonLink to={`/admin/quizzes/${quiz.id}`} icon="pencil">
            {t('openQuiz')}
          </ButtonLink>
          {quiz.status === 'DRAFT' && (
            <Button variant="primary" busy={publish.isPending} disabled={busy} onClick={press}>
              {t('publish')}
            </Button>
          )}
          {quiz.status === 'PUBLISHED' && (
            <ButtonLink to={`/quizzes/${quiz.id}`} variant="primary" icon="eye">
              {t('viewAsStudent')}
            </ButtonLink>
          )}
        </div>
      </div>
      {quiz.status !== 'DRAFT' && (
        <Notice title={t(`panel${quiz.status}`)}>{t(`panel${quiz.status}Text`)}</Notice>
      )}
      {quiz.status === 'DRAFT' && asked && blocked > 0 && (
        <Notice tone="warning" role="alert" title={t('publishBlocked', { count: blocked })} />
      )}
      {quiz.status === 'DRAFT' && asked && questions.length === 0 && (
        <Notice tone="warning" role="alert" title={t('publishEmpty')} />
      )}
      {publish.isError && <PublishProblem error={publish.error} />}
    </div>
  );
}
