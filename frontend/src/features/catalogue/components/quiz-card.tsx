import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../components/ui/badge';
import { Icon, type IconName } from '../../../components/ui/icon';
import { useFormat } from '../../../hooks/use-format';
import type { QuizCard as Quiz } from '../../../lib/api/generated/types.gen';
import { DifficultyBadge } from './difficulty-badge';

/** The title is the link, and its target is the whole card. */
export function QuizCard({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return (
    <li className="group relative drawn-in-sight flex flex-col gap-3 rounded-lg border border-line bg-surface p-6 shadow-sm transition-[border-color,box-shadow] duration-150 hover:border-line-strong/70 hover:shadow-md">
      {(quiz.category || quiz.difficulty) && (
        <div className="flex flex-wrap items-center gap-3">
          {quiz.category && <Badge tone="accent">{quiz.category.name}</Badge>}
          {quiz.difficulty && <DifficultyBadge difficulty={quiz.difficulty} />}
        </div>
      )}
      <h2 dir="auto" className="text-lg leading-snug">
        <Link
          to={`/quizzes/${quiz.id}`}
          className="after:absolute after:inset-0 after:rounded-lg group-hover:text-accent"
        >
          {quiz.title}
        </Link>
      </h2>
      {quiz.description && (
        <p dir="auto" className="line-clamp-2 text-ink-soft">
          {quiz.description}
        </p>
      )}
      <ul className="mt-auto flex flex-wrap gap-x-5 gap-y-1.5 pt-2 text-sm text-ink-soft">
        <Fact icon="list">{t('questions', { count: quiz.questionCount })}</Fact>
        <Fact icon="clock">
          {quiz.timeLimitSeconds === null
            ? t('noTimeLimit')
            : format.duration(quiz.timeLimitSeconds, 'short')}
        </Fact>
        <Fact icon="repeat">
          {quiz.attemptsAllowed === null
            ? t('unlimitedAttempts')
            : t('attempts', { count: quiz.attemptsAllowed })}
        </Fact>
      </ul>
    </li>
  );
}

function Fact({ icon, children }: { icon: IconName; children: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <Icon name={icon} className="size-4" />
      {children}
    </li>
  );
}
