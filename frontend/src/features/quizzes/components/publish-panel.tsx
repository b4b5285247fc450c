import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { ButtonLink } from '../../../components/ui/button-link';
import { Card } from '../../../components/ui/card';
import { Notice } from '../../../components/ui/notice';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { usePublish } from '../hooks/use-publish';
import { isBlocked, type NumberedQuestion } from '../lib/questions';
import { ArchiveButton } from './archive-button';
import { PublishProblem } from './publish-problem';

interface PublishPanelProps {
  quiz: AdminQuizDetail;
  questions: readonly NumberedQuestion[];
  /** Carries out removals that could still be undone. */
  beforePublish: () => Promise<void>;
  /** Brings a question that cannot be published into sight. */
  onGo: (number: number) => void;
}

/** The state of the quiz and the step that comes next. */
export function PublishPanel(props: PublishPanelProps) {
  const { quiz } = props;
  const { t } = useTranslation('quizzes');
  return (
    <Card className="flex flex-col gap-4 p-5">
      <h2 className="text-lg">{t(`panel${quiz.status}`)}</h2>
      <p className="text-ink-soft">{t(`panel${quiz.status}Text`)}</p>
      {quiz.status === 'DRAFT' && <PublishButton {...props} />}
      {quiz.status !== 'DRAFT' && (
        <ButtonLink to={`/admin/quizzes/${quiz.id}/attempts`} icon="list">
          {t('attemptsLink')}
        </ButtonLink>
      )}
      {quiz.status === 'PUBLISHED' && (
        <div className="flex flex-col gap-3">
          <ButtonLink to={`/quizzes/${quiz.id}`} variant="primary" icon="eye">
            {t('viewAsStudent')}
          </ButtonLink>
          <ArchiveButton quizId={quiz.id} />
        </div>
      )}
    </Card>
  );
}

function PublishButton({ quiz, questions, beforePublish, onGo }: PublishPanelProps) {
  const { t } = useTranslation('quizzes');
  const [asked, setAsked] = useState(false);
  const blocked = questions.filter(({ question }) => isBlocked(question));
  const publish = usePublish(quiz.id, beforePublish);
  const press = () => {
    setAsked(true);
    if (blocked.length === 0 && questions.length > 0) publish.mutate();
  };

  return (
    <div className="flex flex-col gap-3">
      <Button variant="primary" busy={publish.isPending} onClick={press}>
        {t('publish')}
      </Button>
      {asked && questions.length === 0 && (
        <Notice tone="warning" role="alert" title={t('publishEmpty')} />
      )}
      {blocked.length > 0 && (
        <Notice
          tone="warning"
          role={asked ? 'alert' : undefined}
          title={t('publishBlocked', { count: blocked.length })}
        >
          <span className="-ms-3.5 flex flex-wrap">
            {blocked.map(({ number }) => (
              <a
                key={number}
                href={`#question-${number}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(number);
                }}
                className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm font-medium text-accent underline underline-offset-4"
                aria-label={t('question', { number })}
              >
                {number}
              </a>
            ))}
          </span>
        </Notice>
      )}
      {publish.isError && <PublishProblem error={publish.error} />}
    </div>
  );
}
