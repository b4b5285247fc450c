import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../../../components/ui/button';
import { ButtonLink } from '../../../components/ui/button-link';
import { describeError, SupportCode } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { useSession } from '../../../hooks/use-session';
import type { QuizDetail } from '../../../lib/api/generated/types.gen';
import { hasCode } from '../../../lib/http/api-error';
import { ownAttemptsQuery } from '../api/attempts';
import { useStartAttempt } from '../hooks/use-start-attempt';

/** The one button that matters here; visitors log in first and come back to it. */
export function StartPanel({ quiz }: { quiz: QuizDetail }) {
  const { t } = useTranslation('catalogue');
  const { status } = useSession();
  const { pathname } = useLocation();
  if (status === 'signed-in' || status === 'remembered') return <StartButton quiz={quiz} />;
  if (status === 'unknown') return null;
  return (
    <div className="flex flex-col gap-2">
      <ButtonLink to={`/login?next=${encodeURIComponent(pathname)}`} variant="primary">
        {t('logInToStart')}
      </ButtonLink>
      <p className="text-sm text-ink-soft">{t('logInToStartWhy')}</p>
    </div>
  );
}

function StartButton({ quiz }: { quiz: QuizDetail }) {
  const { t } = useTranslation('catalogue');
  const start = useStartAttempt(quiz.id);
  const attempts = useInfiniteQuery(ownAttemptsQuery(quiz.id));
  const own = attempts.data?.pages.flatMap((page) => page.items) ?? [];
  const open = own.find((attempt) => attempt.status === 'OPEN');
  const allowed = quiz.attemptsAllowed;
  const left = allowed === null ? null : Math.max(0, allowed - own.length);

  if (attempts.isPending) return <div className="min-h-11" />;
  if (!open && left === 0) {
    return <Notice tone="info" title={t('noAttemptsLeft')} />;
  }
  return (
    <div className="flex flex-col gap-3">
      <Button
        variant="primary"
        busy={start.isPending}
        data-leads-to={`/attempts/${open?.id ?? quiz.id}`}
        onClick={() => start.mutate()}
      >
        {open ? t('resume') : t('start')}
      </Button>
      {open ? (
        <p className="text-sm text-ink-soft">{t('resumeWhy')}</p>
      ) : (
        left !== null && <p className="text-sm text-ink-soft">{t('left', { count: left })}</p>
      )}
      {start.isError && <StartProblem error={start.error} />}
    </div>
  );
}

function StartProblem({ error }: { error: Error }) {
  const { t } = useTranslation('catalogue');
  const common = useTranslation('common').t;
  if (hasCode(error, 'ATTEMPTS_EXHAUSTED')) {
    return <Notice tone="warning" role="alert" title={t('noAttemptsLeft')} />;
  }
  if (hasCode(error, 'QUIZ_NOT_OPEN')) {
    return <Notice tone="warning" role="alert" title={t('notOpen')} />;
  }
  const { title, advice } = describeError(error, common);
  return (
    <Notice tone="danger" role="alert" title={title}>
      {advice}
      <SupportCode error={error} />
    </Notice>
  );
}
