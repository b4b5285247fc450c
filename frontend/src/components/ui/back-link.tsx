import { Link } from 'react-router';
import { Icon } from './icon';

/** One step up, above the heading. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      className="-ms-1 inline-flex min-h-11 items-center gap-1.5 self-start rounded-sm pe-2 text-ink-soft hover:text-accent"
    >
      <Icon name="chevron-left" className="rtl:-scale-x-100" />
      {children}
    </Link>
  );
}
