import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { LiveRegion } from '../../../components/ui/live-region';
import { quizzesQuery } from '../api/quizzes';
import { hasFilters, type Filters } from '../lib/filters';
import { CARD_GRID, QuizGridSkeleton } from './quiz-grid-skeleton';
import { QuizCard } from './quiz-card';

interface QuizGridProps {
  filters: Filters;
  onClear: () => void;
}

export function QuizGrid({ filters, onClear }: QuizGridProps) {
  const { t } = useTranslation('catalogue');
  const list = useInfiniteQuery(quizzesQuery(filters));
  if (list.isPending) return <QuizGridSkeleton />;
  if (list.isError && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  const quizzes = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <LiveRegion message={list.isPlaceholderData ? '' : t('shown', { count: quizzes.length })} />
      {quizzes.length === 0 ? (
        <NoQuizzes filtered={hasFilters(filters)} onClear={onClear} />
      ) : (
        <ul className={CARD_GRID}>
          {quizzes.map((quiz) => (
            <QuizCard key={quiz.id} quiz={quiz} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="mt-8 flex justify-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}

function NoQuizzes({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('catalogue');
  if (!filtered) {
    return (
      <EmptyState icon="layers" title={t('noneYet')}>
        {t('noneYetText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={t('noneFound')}
      action={<Button onClick={onClear}>{t('clearFilters')}</Button>}
    >
      {t('noneFoundText')}
    </EmptyState>
  );
}
