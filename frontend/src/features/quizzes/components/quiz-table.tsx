import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../components/ui/badge';
import { Button } from '../../../components/ui/button';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { Skeleton } from '../../../components/ui/skeleton';
import { LongTable, type RowProps } from '../../../components/ui/long-table';
import { Cell, HeadCell } from '../../../components/ui/table';
import { useFormat } from '../../../hooks/use-format';
import type { AdminQuizCard, QuizStatus } from '../../../lib/api/generated/types.gen';
import { adminQuizzesQuery } from '../api/quizzes';
import { StatusBadge } from './status-badge';

export function QuizTable({ status }: { status: QuizStatus | null }) {
  const { t } = useTranslation('quizzes');
  const list = useInfiniteQuery(adminQuizzesQuery(status));
  if (list.isPending) return <Skeleton className="h-64 rounded-lg" />;
  if (list.isError && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  const quizzes = list.data.pages.flatMap((page) => page.items);
  if (quizzes.length === 0) {
    return (
      <EmptyState icon="layers" title={status ? t('noneInStatus') : t('noneYet')}>
        {status ? null : t('noneYetText')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col items-center gap-6">
      <div className="w-full">
        <LongTable
          caption={t('listTitle')}
          items={quizzes}
          itemKey={idOf}
          estimate={73}
          head={
            <>
              <HeadCell>{t('columnTitle')}</HeadCell>
              <HeadCell className="w-36 max-sm:hidden">{t('columnStatus')}</HeadCell>
              <HeadCell numeric className="w-36 max-md:hidden">
                {t('columnQuestions')}
              </HeadCell>
              <HeadCell className="w-56 max-lg:hidden">{t('columnChanged')}</HeadCell>
            </>
          }
        >
          {(quiz, row) => <Row quiz={quiz} row={row} />}
        </LongTable>
      </div>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
    </div>
  );
}

const idOf = ({ id }: AdminQuizCard) => id;

function Row({ quiz, row }: { quiz: AdminQuizCard; row: RowProps }) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  return (
    <tr {...row} className="hover:bg-sunken/50">
      <Cell>
        <Link
          to={`/admin/quizzes/${quiz.id}`}
          dir="auto"
          className="inline-flex min-h-11 min-w-11 items-center font-medium underline-offset-4 hover:text-accent hover:underline"
        >
          {quiz.title}
        </Link>
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft empty:hidden">
          <span className="sm:hidden">
            <StatusBadge status={quiz.status} />
          </span>
          <span className="md:hidden">{t('questions', { count: quiz.questionCount })}</span>
          {quiz.category && <span>{quiz.category.name}</span>}
          {quiz.errorCount > 0 && (
            <Badge tone="danger">{t('problems', { count: quiz.errorCount })}</Badge>
          )}
        </div>
      </Cell>
      <Cell className="max-sm:hidden">
        <StatusBadge status={quiz.status} />
      </Cell>
      <Cell className="text-end tabular-nums max-md:hidden">
        {format.number(quiz.questionCount)}
      </Cell>
      <Cell className="whitespace-nowrap text-ink-soft max-lg:hidden">
        {format.dateTime(quiz.updatedAt)}
      </Cell>
    </tr>
  );
}
