import { useRouteError } from 'react-router';
import { ErrorState } from '../components/ui/error-state';

/** A page that broke, or whose code could not be loaded (a new release, or no network). */
export function RouteError() {
  const error = useRouteError();
  return (
    <div className="mx-auto w-full max-w-prose py-8">
      <ErrorState error={error} onRetry={() => window.location.reload()} />
    </div>
  );
}
