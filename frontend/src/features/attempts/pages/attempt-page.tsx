import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { useSession } from '../../../hooks/use-session';
import { openingQuery, type Opening } from '../api/open-attempt';
import { FollowingTab } from '../components/following-tab';
import { OpeningProblem } from '../components/opening-problem';
import { OpeningSkeleton } from '../components/opening-skeleton';
import { Runner } from '../components/runner';
import { AutoSaveContext } from '../hooks/use-autosave';
import { useAttemptSession } from '../hooks/use-attempt-session';
import { useTabLead } from '../hooks/use-tab-lead';
import type { TabLead } from '../lib/tab-lead';

/** `/attempts/:id`: opens the attempt; one that is over leads to its result. */
export function AttemptPage() {
  const { id = '' } = useParams();
  const { user } = useSession();
  return user && <TabOfAttempt key={id} attemptId={id} userId={user.id} />;
}

interface AttemptProps {
  attemptId: string;
  userId: string;
}

/** Of all tabs of this browser one answers; the others show what it does. */
function TabOfAttempt({ attemptId, userId }: AttemptProps) {
  const { role, hasFollowed, isTakingOver, lead } = useTabLead(
    `quiz-attempt-${attemptId}-${userId}`,
  );
  if (role === 'waiting')
    return (
      <Page>
        <OpeningSkeleton />
      </Page>
    );
  if (role === 'following') {
    const takeOver = () => lead.takeOver();
    return <FollowingTab name={lead.name} isTakingOver={isTakingOver} onTakeOver={takeOver} />;
  }
  return (
    <LoadedAttempt attemptId={attemptId} userId={userId} lead={lead} isHandedOver={hasFollowed} />
  );
}

interface LoadedAttemptProps extends AttemptProps {
  lead: TabLead;
  /** Another tab has led before: the student knows what was answered there. */
  isHandedOver: boolean;
}

function LoadedAttempt({ attemptId, userId, lead, isHandedOver }: LoadedAttemptProps) {
  const opening = useQuery(openingQuery(attemptId, userId));
  if (opening.data) {
    if (opening.data.attempt.status === 'OPEN') {
      return (
        <OpenAttempt
          opening={opening.data}
          userId={userId}
          lead={lead}
          isHandedOver={isHandedOver}
        />
      );
    }
    if (opening.data.findings.answers.length > 0 && !opening.data.fromDevice) {
      return <LateAnswers opening={opening.data} userId={userId} lead={lead} />;
    }
    return <Navigate to={`/attempts/${attemptId}/result`} replace />;
  }
  return (
    <Page>
      {opening.isError ? (
        <OpeningProblem error={opening.error} onRetry={() => void opening.refetch()} />
      ) : (
        <OpeningSkeleton />
      )}
    </Page>
  );
}

interface OpenAttemptProps {
  opening: Opening;
  userId: string;
  lead: TabLead;
  isHandedOver: boolean;
}

function OpenAttempt({ opening, userId, lead, isHandedOver }: OpenAttemptProps) {
  const autosave = useAttemptSession(opening, userId, lead);
  return (
    <AutoSaveContext value={autosave}>
      <Runner opening={opening} isHandedOver={isHandedOver} />
    </AutoSaveContext>
  );
}

/** The attempt is over, and this device has answers that the server lacks: it is given them to decide on. */
function LateAnswers({ opening, userId, lead }: Omit<OpenAttemptProps, 'isHandedOver'>) {
  const autosave = useAttemptSession(opening, userId, lead);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    void autosave.submit().then(() => setDone(true));
  }, [autosave]);
  if (isDone) {
    return <Navigate to={`/attempts/${opening.attempt.id}/result`} replace />;
  }
  return (
    <Page>
      <OpeningSkeleton />
    </Page>
  );
}

function Page({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="page-x mx-auto w-full max-w-page py-10">
      {children}
    </main>
  );
}
