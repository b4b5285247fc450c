import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../../components/ui/page-heading';
import type { ListTarget } from '../../../components/ui/wanted-row';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { useRemovals } from '../hooks/use-removals';
import { isBlocked, numbered } from '../lib/questions';
import { DocumentNotes } from './document-notes';
import { DownloadWordButton } from './download-word-button';
import { PublishPanel } from './publish-panel';
import { QuestionList } from './question-list';
import { SettingsForm } from './settings-form';
import { StatusBadge } from './status-badge';

/** A quiz as staff see it: what keeps it from being published comes first. */
export function QuizEditor({ quiz }: { quiz: AdminQuizDetail }) {
  const { t } = useTranslation('quizzes');
  const { removed, remove, finish } = useRemovals(quiz.id);
  const questions = numbered(quiz, removed);
  const blocked = questions.filter(({ question }) => isBlocked(question));
  const clear = questions.filter(({ question }) => !isBlocked(question));
  const [target, setTarget] = useState<ListTarget | null>(null);
  const isDraft = quiz.status === 'DRAFT';
  const go = (number: number) => {
    const index = blocked.findIndex((item) => item.number === number);
    setTarget({ index, align: 'start', focus: true });
  };
  return (
    <>
      <PageHeading
        actions={<DownloadWordButton quiz={quiz} />}
        lead={
          <span className="flex flex-wrap items-center gap-3 text-base">
            <StatusBadge status={quiz.status} />
            {t('questions', { count: questions.length })}
          </span>
        }
      >
        {quiz.title}
      </PageHeading>
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2">
          <PublishPanel quiz={quiz} questions={questions} beforePublish={finish} onGo={go} />
        </div>
        <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {blocked.length > 0 && (
            <section aria-labelledby="attention" className="flex flex-col gap-4">
              <h2 id="attention" className="text-xl">
                {t('attentionTitle', { count: blocked.length })}
              </h2>
              <QuestionList
                quizId={quiz.id}
                questions={blocked}
                editable={isDraft}
                target={target}
                onRemove={remove}
              />
            </section>
          )}
          {quiz.importId && <DocumentNotes importId={quiz.importId} />}
          <section aria-labelledby="questions" className="flex flex-col gap-4">
            <h2 id="questions" className="text-xl">
              {blocked.length > 0 ? t('otherQuestions') : t('allQuestions')}
            </h2>
            {clear.length === 0 && <p className="text-ink-soft">{t('noQuestions')}</p>}
            <QuestionList quizId={quiz.id} questions={clear} editable={isDraft} onRemove={remove} />
          </section>
        </div>
        <div className="lg:col-start-2">
          <SettingsForm quiz={quiz} />
        </div>
      </div>
    </>
  );
}
