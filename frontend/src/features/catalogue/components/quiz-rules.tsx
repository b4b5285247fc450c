import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/ui/icon';
import { useFormat } from '../../../hooks/use-format';
import type { QuizDetail } from '../../../lib/api/generated/types.gen';

/** How it goes, said before one begins. */
export function QuizRules({ quiz }: { quiz: QuizDetail }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const rules = [
    t('ruleSaved'),
    t('ruleMove'),
    quiz.timeLimitSeconds === null
      ? t('ruleNoTime')
      : t('ruleTime', { time: format.duration(quiz.timeLimitSeconds) }),
    ...(quiz.attemptsAllowed === null ? [] : [t('ruleAttempts', { count: quiz.attemptsAllowed })]),
    ...(quiz.closesAt === null ? [] : [t('ruleCloses', { time: format.dateTime(quiz.closesAt) })]),
    t(`review${quiz.reviewPolicy}`),
  ];
  return (
    <section aria-labelledby="rules" className="flex flex-col gap-4">
      <h2 id="rules" className="text-xl">
        {t('rulesTitle')}
      </h2>
      <ul className="flex max-w-prose flex-col gap-3">
        {rules.map((rule) => (
          <li key={rule} className="flex gap-3">
            <Icon name="check" className="mt-0.5 text-accent" />
            {rule}
          </li>
        ))}
      </ul>
    </section>
  );
}
