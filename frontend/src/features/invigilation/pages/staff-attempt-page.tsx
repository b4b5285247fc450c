import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '../../../components/ui/back-link';
import { ErrorState } from '../../../components/ui/error-state';
import { PageHeading } from '../../../components/ui/page-heading';
import { Skeleton } from '../../../components/ui/skeleton';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { staffAttemptQuery } from '../api/attempts';
import { AttemptFacts } from '../components/attempt-facts';
import { FlagList } from '../components/flag-list';
import { LateAnswers } from '../components/late-answers';
import { StaleNotice } from '../../../components/ui/stale-notice';
import { TimePanel } from '../components/time-panel';
import { Timeline } from '../components/timeline';

/** `/admin/attempts/:id`: one attempt as it stands, its time, and all that happened to it. */
export function StaffAttemptPage() {
  const { id = '' } = useParams();
  const attempt = useQuery(staffAttemptQuery(id));
  if (attempt.data) {
    return (
      <Loaded attempt={attempt.data}>
        <StaleNotice
          isRefetchError={attempt.isRefetchError}
          dataUpdatedAt={attempt.dataUpdatedAt}
        />
      </Loaded>
    );
  }
  if (attempt.isError) {
    return <ErrorState error={attempt.error} onRetry={() => void attempt.refetch()} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-96 w-full" />
    </div>
  );
}

function Loaded({ attempt, children }: { attempt: StaffAttempt; children: ReactNode }) {
  const { t } = useTranslation('invigilation');
  const { student, quiz, number } = attempt;
  const open = attempt.status === 'OPEN';
  return (
    <div className="flex flex-col gap-6">
      <BackLink to={`/admin/quizzes/${quiz.id}/attempts`}>{t('listTitle')}</BackLink>
      <PageHeading
        lead={
          <span className="break-words text-base">
            {t('attemptOf', { number, title: quiz.title })} · {student.email}
          </span>
        }
      >
        {student.name}
      </PageHeading>
      {children}
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <AttemptFacts attempt={attempt} />
          {attempt.flags.length > 0 && <FlagList flags={attempt.flags} />}
          {!open && <LateAnswers attemptId={attempt.id} />}
          {open && (
            <div className="lg:hidden">
              <TimePanel attempt={attempt} />
            </div>
          )}
          <Timeline attempt={attempt} />
        </div>
        {open && (
          <div className="max-lg:hidden">
            <TimePanel attempt={attempt} />
          </div>
        )}
      </div>
    </div>
  );
}
