import type { ReactNode } from 'react';
import { Icon } from './icon';

interface DisclosureProps {
  summary: string;
  children: ReactNode;
  /** Unfolded to begin with. */
  open?: boolean;
}

/** Small print that unfolds. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details open={open} className="group text-sm">
      <summary className="-ms-1 inline-flex min-h-11 items-center gap-1 text-ink-soft hover:text-ink">
        <Icon
          name="chevron-right"
          className="size-4 transition-transform duration-150 group-open:rotate-90"
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
