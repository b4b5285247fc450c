import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import type { Difficulty } from '../../../lib/api/generated/types.gen';

const LEVELS: Record<Difficulty, number> = { EASY: 1, MEDIUM: 2, HARD: 3 };
const BARS = [
  { level: 1, className: 'h-1.5' },
  { level: 2, className: 'h-2.5' },
  { level: 3, className: 'h-3.5' },
];

/** One to three bars beside the word: told apart without colour. */
export function DifficultyBadge({ difficulty }: { difficulty: Difficulty }) {
  const { t } = useTranslation('catalogue');
  return (
    <span className="inline-flex items-center gap-2 text-sm text-ink-soft">
      <span aria-hidden="true" className="flex items-end gap-0.5">
        {BARS.map(({ level, className }) => (
          <span
            key={level}
            className={cx(
              'w-1 rounded-full',
              className,
              level <= LEVELS[difficulty] ? 'bg-accent' : 'bg-line',
            )}
          />
        ))}
      </span>
      {t(`difficulty${difficulty}`)}
    </span>
  );
}
