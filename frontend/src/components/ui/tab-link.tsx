import { NavLink } from 'react-router';
import { cx } from './cx';

interface TabLinkProps {
  to: string;
  /** Marked only at this very address, not below it. */
  end?: boolean;
  className?: string;
  children: string;
}

/** One of several pages side by side; the one that is shown is underlined. */
export function TabLink({ to, end = false, className, children }: TabLinkProps) {
  return (
    <NavLink
      to={to}
      end={end}
      className={({ isActive }) =>
        cx(
          'inline-flex min-h-11 shrink-0 items-center border-b-2 px-3 transition-colors duration-150',
          isActive
            ? 'border-accent font-medium text-ink'
            : 'border-transparent text-ink-soft hover:text-ink',
          className,
        )
      }
    >
      {children}
    </NavLink>
  );
}
