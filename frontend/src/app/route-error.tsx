import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { ErrorState } from '../components/ui/error-state';
import { reloadIfStale } from '../lib/stale-page';

/** A page that broke, or whose code could not be loaded (a new release, or no network). */
export function RouteError() {
  const error = useRouteError();
  useEffect(() => {
    void reloadIfStale(error);
  }, [error]);
  return (
    <div className="mx-auto w-full max-w-prose py-8">
      <ErrorState error={error} onRetry={() => window.location.reload()} />
    </div>
  );
}
