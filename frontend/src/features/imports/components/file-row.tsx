import type { ReactNode } from 'react';
import { cx } from '../../../components/ui/cx';
import { Icon, type IconName } from '../../../components/ui/icon';

type Tone = 'busy' | 'success' | 'warning' | 'danger';

const LOOKS: Record<Tone, { icon: IconName; className: string }> = {
  busy: { icon: 'file', className: 'bg-accent-soft text-accent' },
  success: { icon: 'check', className: 'bg-success-soft text-success' },
  warning: { icon: 'alert', className: 'bg-warning-soft text-warning' },
  danger: { icon: 'alert', className: 'bg-danger-soft text-danger' },
};

interface FileRowProps {
  name: string;
  /** Size, time: the small print beside the name. */
  detail: string;
  tone: Tone;
  children: ReactNode;
  action?: ReactNode;
}

export function FileRow({ name, detail, tone, children, action }: FileRowProps) {
  return (
    <li className="flex gap-4 px-5 py-4">
      <span
        className={cx(
          'flex size-10 shrink-0 items-center justify-center rounded-md',
          LOOKS[tone].className,
        )}
      >
        <Icon name={LOOKS[tone].icon} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1.5">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <p className="min-w-0 font-medium break-words" dir="auto">
              {name}
            </p>
            <p className="text-sm text-ink-soft">{detail}</p>
          </div>
          {children}
        </div>
        {action}
      </div>
    </li>
  );
}
