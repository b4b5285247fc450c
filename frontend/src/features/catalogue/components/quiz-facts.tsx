import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../components/ui/icon';
import { useFormat } from '../../../hooks/use-format';
import type { QuizDetail } from '../../../lib/api/generated/types.gen';

/** What to expect, in figures. */
export function QuizFacts({ quiz }: { quiz: QuizDetail }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { timeLimitSeconds, attemptsAllowed } = quiz;
  return (
    <dl className="flex flex-col gap-4">
      <Fact icon="list" name={t('factQuestions')} value={format.number(quiz.questionCount)} />
      <Fact
        icon="clock"
        name={t('factTime')}
        value={timeLimitSeconds === null ? t('noTimeLimit') : format.duration(timeLimitSeconds)}
      />
      <Fact
        icon="repeat"
        name={t('factAttempts')}
        value={attemptsAllowed === null ? t('unlimited') : format.number(attemptsAllowed)}
      />
      <Fact icon="target" name={t('factPass')} value={format.percent(quiz.passPercent)} />
      <Fact icon="trophy" name={t('factPoints')} value={format.number(quiz.totalPoints)} />
    </dl>
  );
}

function Fact({ icon, name, value }: { icon: IconName; name: string; value: string }) {
  return (
    <div className="flex items-center gap-3">
      <Icon name={icon} className="text-ink-soft" />
      <dt className="text-ink-soft">{name}</dt>
      <dd className="ms-auto text-end font-medium">{value}</dd>
    </div>
  );
}
