import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorState } from '../../../components/ui/error-state';
import { PageHeading } from '../../../components/ui/page-heading';
import { Skeleton } from '../../../components/ui/skeleton';
import { useSession } from '../../../hooks/use-session';
import { BackLink } from '../../../components/ui/back-link';
import { Badge } from '../../../components/ui/badge';
import type { QuizDetail } from '../../../lib/api/generated/types.gen';
import { quizQuery } from '../api/quizzes';
import { AttemptHistory } from '../components/attempt-history';
import { DifficultyBadge } from '../components/difficulty-badge';
import { QuizFacts } from '../components/quiz-facts';
import { QuizRules } from '../components/quiz-rules';
import { StartPanel } from '../components/start-panel';

export function QuizPage() {
  const { t } = useTranslation('catalogue');
  const { id = '' } = useParams();
  const quiz = useQuery(quizQuery(id));
  return (
    <div className="flex flex-col gap-6">
      <BackLink to="/">{t('allQuizzes')}</BackLink>
      {quiz.isPending && <QuizSkeleton />}
      {quiz.isError && !quiz.data && (
        <ErrorState error={quiz.error} onRetry={() => void quiz.refetch()} />
      )}
      {quiz.data && <Quiz quiz={quiz.data} />}
    </div>
  );
}

function Quiz({ quiz }: { quiz: QuizDetail }) {
  const { status } = useSession();
  const isSignedIn = status === 'signed-in' || status === 'remembered';
  return (
    <>
      <div className="flex flex-col gap-4">
        {(quiz.category || quiz.difficulty) && (
          <div className="flex flex-wrap items-center gap-3">
            {quiz.category && <Badge tone="accent">{quiz.category.name}</Badge>}
            {quiz.difficulty && <DifficultyBadge difficulty={quiz.difficulty} />}
          </div>
        )}
        <PageHeading>{quiz.title}</PageHeading>
        {quiz.description && (
          <p dir="auto" className="max-w-prose text-lg whitespace-pre-line text-ink-soft">
            {quiz.description}
          </p>
        )}
      </div>
      <div className="mt-4 grid items-start gap-8 lg:grid-cols-[1fr_20rem] lg:gap-12">
        <div className="flex min-w-0 flex-col gap-10 max-lg:order-last">
          <QuizRules quiz={quiz} />
          {isSignedIn && <AttemptHistory quizId={quiz.id} />}
        </div>
        <div className="flex flex-col gap-6 rounded-lg border border-line bg-surface p-6 shadow-sm">
          <QuizFacts quiz={quiz} />
          <StartPanel quiz={quiz} />
        </div>
      </div>
    </>
  );
}

function QuizSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
