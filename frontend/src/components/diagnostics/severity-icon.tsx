import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../lib/api/generated/types.gen';
import { cx } from '../ui/cx';
import { Icon, type IconName } from '../ui/icon';
import { VisuallyHidden } from '../ui/visually-hidden';

const LOOKS: Record<Diagnostic['severity'], { icon: IconName; className: string }> = {
  error: { icon: 'alert', className: 'text-danger' },
  warning: { icon: 'flag', className: 'text-warning' },
  info: { icon: 'info', className: 'text-ink-soft' },
};

interface SeverityIconProps {
  severity: Diagnostic['severity'];
  className?: string;
}

/** How grave it is, by a shape and a colour, and in a word for those who hear the page. */
export function SeverityIcon({ severity, className }: SeverityIconProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <Icon name={LOOKS[severity].icon} className={cx(LOOKS[severity].className, className)} />
      <VisuallyHidden>{t(`severity_${severity}`)}</VisuallyHidden>
    </>
  );
}
