import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../components/ui/badge';
import type { QuizStatus } from '../../../lib/api/generated/types.gen';

const TONES: Record<QuizStatus, BadgeTone> = {
  DRAFT: 'accent',
  PUBLISHED: 'success',
  ARCHIVED: 'neutral',
};

export function StatusBadge({ status }: { status: QuizStatus }) {
  const { t } = useTranslation('quizzes');
  return <Badge tone={TONES[status]}>{t(`status${status}`)}</Badge>;
}
