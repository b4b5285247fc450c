import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/ui/badge';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';

export function AttemptStatus({ attempt }: { attempt: Pick<StaffAttempt, 'status' | 'paused'> }) {
  const { t } = useTranslation('invigilation');
  if (attempt.paused) return <Badge tone="warning">{t('statusPAUSED')}</Badge>;
  const tone = attempt.status === 'OPEN' ? 'accent' : 'neutral';
  return <Badge tone={tone}>{t(`status${attempt.status}`)}</Badge>;
}
