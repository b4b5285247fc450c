import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../components/ui/badge';
import { Button } from '../../../components/ui/button';
import { ErrorState } from '../../../components/ui/error-state';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptSummary } from '../../../lib/api/generated/types.gen';
import { ownAttemptsQuery } from '../api/attempts';

/** One's own attempts at this quiz, newest first; nothing before the first one. */
export function AttemptHistory({ quizId }: { quizId: string }) {
  const { t } = useTranslation('catalogue');
  const list = useInfiniteQuery(ownAttemptsQuery(quizId));
  if (list.isPending) return null;
  if (list.isError && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  const attempts = list.data.pages.flatMap((page) => page.items);
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="history" className="flex flex-col gap-4">
      <h2 id="history" className="text-xl">
        {t('historyTitle')}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {attempts.map((attempt) => (
          <Row key={attempt.id} attempt={attempt} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
    </section>
  );
}

function Row({ attempt }: { attempt: AttemptSummary }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const isOpen = attempt.status === 'OPEN';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2">
      <Link
        to={isOpen ? `/attempts/${attempt.id}` : `/attempts/${attempt.id}/result`}
        className="inline-flex min-h-11 items-center font-medium text-accent underline-offset-4 hover:underline"
      >
        {t('attemptNumber', { number: attempt.number })}
      </Link>
      <span className="text-sm text-ink-soft">
        {format.dateTime(attempt.submittedAt ?? attempt.startedAt)}
      </span>
      <span className="ms-auto flex items-center gap-3">
        {attempt.score !== null && attempt.maxScore !== null && (
          <span className="tabular-nums">
            {t('score', {
              score: format.number(attempt.score),
              max: format.number(attempt.maxScore),
            })}
          </span>
        )}
        <Outcome attempt={attempt} />
      </span>
    </li>
  );
}

function Outcome({ attempt }: { attempt: AttemptSummary }) {
  const { t } = useTranslation('catalogue');
  if (attempt.status === 'OPEN') return <Badge tone="accent">{t('underWay')}</Badge>;
  if (attempt.passed === null) return <Badge>{t('handedIn')}</Badge>;
  return attempt.passed ? (
    <Badge tone="success">{t('passed')}</Badge>
  ) : (
    <Badge tone="warning">{t('notPassed')}</Badge>
  );
}
