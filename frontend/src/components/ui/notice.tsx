import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icon';

type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const TONES: Record<NoticeTone, { className: string; icon: IconName }> = {
  info: { className: 'bg-accent-soft text-accent', icon: 'info' },
  success: { className: 'bg-success-soft text-success', icon: 'check-circle' },
  warning: { className: 'bg-warning-soft text-warning', icon: 'alert' },
  danger: { className: 'bg-danger-soft text-danger', icon: 'alert' },
};

interface NoticeProps {
  tone?: NoticeTone;
  title: string;
  children?: ReactNode;
  /** `alert` for what has just gone wrong: read out at once. */
  role?: 'alert' | 'status';
}

/** A message that stays in the page. */
export function Notice({ tone = 'info', title, children, role }: NoticeProps) {
  const { className, icon } = TONES[tone];
  return (
    <div role={role} className={cx('flex gap-3 rounded-md px-4 py-3', className)}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-1 text-sm text-ink">{children}</div>}
      </div>
    </div>
  );
}
