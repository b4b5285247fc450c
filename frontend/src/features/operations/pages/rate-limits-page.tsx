import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateLimitCaller, RateLimits } from '../../../lib/api/generated/types.gen';
import { rateLimitsQuery } from '../api/rate-limits';
import { CallerList } from '../components/caller-list';
import { LimitsState } from '../components/limits-state';
import { LiveFigures } from '../components/live-figures';
import { OperationsFrame } from '../components/operations-frame';
import { ResetCallerDialog } from '../components/reset-caller-dialog';
import { RuleList } from '../components/rule-list';

/** `/admin/operations/rate-limits`: how much anybody may ask of the server, and who asked for more. */
export function RateLimitsPage() {
  const { t } = useTranslation('operations');
  const limits = useQuery(rateLimitsQuery());
  return (
    <OperationsFrame title={t('limitsTitle')} lead={t('limitsLead')}>
      <LiveFigures query={limits}>{(figures) => <Limits limits={figures} />}</LiveFigures>
    </OperationsFrame>
  );
}

function Limits({ limits }: { limits: RateLimits }) {
  const [resetting, setResetting] = useState<RateLimitCaller | null>(null);
  return (
    <>
      <LimitsState limits={limits} />
      <CallerList callers={limits.topKeys} onReset={setResetting} />
      <RuleList rules={limits.rules} />
      {resetting && <ResetCallerDialog caller={resetting} onClose={() => setResetting(null)} />}
    </>
  );
}
