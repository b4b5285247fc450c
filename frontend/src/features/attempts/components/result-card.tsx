import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/ui/badge';
import { Card } from '../../../components/ui/card';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptResult } from '../../../lib/api/generated/types.gen';
import { percentOf, secondsBetween } from '../lib/result-figures';
import { ScoreBar } from './score-bar';

/** The score against the pass mark, and the facts around it. */
export function ResultCard({ result }: { result: AttemptResult }) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const percent = percentOf(result.score, result.maxScore);
  const facts = [
    [
      t('answered'),
      t('answeredOf', { answered: result.answeredCount, total: result.questionCount }),
    ],
    [
      t('timeTaken'),
      format.duration(secondsBetween(result.startedAt, result.submittedAt), 'short'),
    ],
    [t('handedIn'), format.dateTime(result.submittedAt)],
  ] as const;
  return (
    <Card className="p-6 sm:p-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p className="text-3xl font-semibold tabular-nums">{format.percent(percent)}</p>
        <Badge tone={result.passed ? 'success' : 'danger'}>
          {result.passed ? t('passed') : t('notPassed')}
        </Badge>
      </div>
      <p className="mt-1 text-ink-soft">
        {t('scoreOf', { score: format.number(result.score), max: format.number(result.maxScore) })}
      </p>
      <ScoreBar percent={percent} passPercent={result.passPercent} passed={result.passed} />
      <dl className="mt-6 grid gap-4 border-t border-line pt-6 sm:grid-cols-3">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="mt-0.5 font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
