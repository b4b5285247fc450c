import type { ReactNode } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Card } from '../../../components/ui/card';
import { PageHeading } from '../../../components/ui/page-heading';
import { useSession } from '../../../hooks/use-session';
import { safeNext } from '../lib/login-path';

interface AuthPageProps {
  title: string;
  lead: string;
  /** The page for who came to the wrong one. */
  other: { question: string; path: string; label: string };
  children: ReactNode;
}

/** Once signed in, here or in another tab, one goes on to where one was going. */
export function AuthPage({ title, lead, other, children }: AuthPageProps) {
  const { status } = useSession();
  const [search] = useSearchParams();
  if (status === 'signed-in') return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-8 sm:py-6">
      <PageHeading lead={lead}>{title}</PageHeading>
      <Card className="p-6 sm:p-8">{children}</Card>
      <p className="text-ink-soft">
        {other.question}{' '}
        <Link
          to={{ pathname: other.path, search: search.toString() }}
          className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
        >
          {other.label}
        </Link>
      </p>
    </div>
  );
}
