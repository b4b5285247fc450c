import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { cx } from './cx';

interface PageHeadingProps {
  children: string;
  /** The tab's title, where it says more than the heading. */
  title?: string;
  lead?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  hidden?: boolean;
}

/** The page's `<h1>`: names the tab, and takes the focus after a navigation so that it is read out. */
export function PageHeading({
  children,
  title = children,
  lead,
  actions,
  hidden,
}: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const isFirstPage = key === 'default';

  useEffect(() => {
    document.title = `${title} · QuizMaster`;
  }, [title]);

  useEffect(() => {
    if (!isFirstPage) ref.current?.focus({ preventScroll: true });
    // Only a new page moves the focus, not a filter that changes the address.
  }, [isFirstPage, pathname]);

  return (
    <div className={cx('flex flex-wrap items-start justify-between gap-4', hidden && 'sr-only')}>
      <div className="min-w-0 flex-1 basis-64">
        <h1 ref={ref} tabIndex={-1} dir="auto" className="text-2xl sm:text-3xl">
          {children}
        </h1>
        {lead && <div className="mt-2 max-w-prose text-lg text-ink-soft">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}
