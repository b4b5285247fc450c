import { Outlet, useParams } from 'react-router';
import { isId } from '../lib/ids';
import { NotFoundPage } from './not-found-page';

/** Lets addresses through whose `:id` can be one; a mistyped one is no page. `bare`: no layout is around it. */
export function RequireId({ bare = false }: { bare?: boolean }) {
  const { id } = useParams();
  if (isId(id)) return <Outlet />;
  if (!bare) return <NotFoundPage />;
  return (
    <main id="main" tabIndex={-1} className="page-x mx-auto w-full max-w-page py-10">
      <NotFoundPage />
    </main>
  );
}
