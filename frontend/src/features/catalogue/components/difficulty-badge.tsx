import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../components/ui/badge';
import type { Difficulty } from '../../../lib/api/generated/types.gen';

const TONES: Record<Difficulty, BadgeTone> = { EASY: 'success', MEDIUM: 'warning', HARD: 'danger' };

export function DifficultyBadge({ difficulty }: { difficulty: Difficulty }) {
  const { t } = useTranslation('catalogue');
  return <Badge tone={TONES[difficulty]}>{t(`difficulty${difficulty}`)}</Badge>;
}
