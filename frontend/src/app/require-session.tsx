import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ErrorState } from '../components/ui/error-state';
import { Skeleton } from '../components/ui/skeleton';
import { VisuallyHidden } from '../components/ui/visually-hidden';
import { SignInDialog } from '../features/auth/components/sign-in-dialog';
import { loginPath } from '../features/auth/lib/login-path';
import { useSession } from '../hooks/use-session';
import type { Role } from '../lib/api/generated/types.gen';
import { session } from '../lib/http/browser-session';
import { NotFoundPage } from './not-found-page';

interface RequireSessionProps {
  role?: Role;
  /** No layout is around it. */
  bare?: boolean;
  /** Tells why it is not known yet who is signed in. */
  problem?: ComponentType<{ error: unknown; onRetry: () => void }>;
}

/** Lets signed-in users (of one role) through; others log in first and come back. */
export function RequireSession({
  role,
  bare = false,
  problem: Problem = ErrorState,
}: RequireSessionProps) {
  const state = useSession();
  const location = useLocation();
  const [wasSignedIn, setWasSignedIn] = useState(false);
  if (state.status === 'signed-in' && !wasSignedIn) setWasSignedIn(true);

  if (state.status === 'unknown') {
    const { problem } = state;
    const resuming = problem ? <Problem error={problem} onRetry={resume} /> : <Resuming />;
    return bare ? (
      <main id="main" tabIndex={-1} className="page-x mx-auto w-full max-w-page py-10">
        {resuming}
      </main>
    ) : (
      resuming
    );
  }
  if (state.status === 'signed-out') {
    // Whoever logs out here has no wish to come back to this page at once.
    return <Navigate to={wasSignedIn ? '/' : loginPath(location)} replace />;
  }
  if (role && state.user.role !== role) return <NotFoundPage />;
  return (
    <>
      {/* Another user who signs in on this page starts it afresh. */}
      <Outlet key={state.user.id} />
      {state.status === 'lost' && <SignInDialog user={state.user} />}
    </>
  );
}

function resume(): void {
  session.accessToken().catch(() => session.snapshot());
}

function Resuming() {
  const { t } = useTranslation('common');
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
