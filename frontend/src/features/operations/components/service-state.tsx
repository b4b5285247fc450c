import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../components/ui/badge';
import type { Health } from '../../../lib/api/generated/types.gen';

type State = Health['services']['database']['status'];

const TONES: Record<State, BadgeTone> = { up: 'success', down: 'danger', off: 'neutral' };

export function ServiceState({ state }: { state: State }) {
  const { t } = useTranslation('operations');
  return <Badge tone={TONES[state]}>{t(`state_${state}`)}</Badge>;
}
