import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Badge } from '../../../components/ui/badge';
import { Card } from '../../../components/ui/card';
import { useFormat } from '../../../hooks/use-format';
import type { ReviewQuestion } from '../../../lib/api/generated/types.gen';
import { isAnswered } from '../lib/answers';
import { ReviewOption } from './review-option';
import { ReviewText } from './review-text';

/** One question afterwards: own answer, right answer, explanation. */
export function ReviewQuestionCard({
  question,
  number,
}: {
  question: ReviewQuestion;
  number: number;
}) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const { value, options } = question;
  const isChosen = (id: string) => (Array.isArray(value) ? value.includes(id) : value === id);
  const points = t('reviewPoints', {
    earned: format.number(question.earned),
    points: format.number(question.points),
  });
  return (
    <Card className="p-5 sm:p-7">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">{t('item', { number })}</h2>
        <div className="flex items-center gap-3">
          <span className="text-sm text-ink-soft">{points}</span>
          <Verdict correct={question.correct} answered={isAnswered(value)} />
        </div>
      </div>
      <RichContent content={question.stem} className="mt-3" />
      {options.length > 0 ? (
        <ul className="mt-5 flex flex-col gap-2.5">
          {options.map((option, index) => (
            <ReviewOption
              key={option.id}
              option={option}
              index={index}
              chosen={isChosen(option.id)}
            />
          ))}
        </ul>
      ) : (
        <ReviewText question={question} />
      )}
      {question.explanation && question.explanation.length > 0 && (
        <div className="mt-5 rounded-md bg-accent-soft px-4 py-3">
          <p className="mb-1 text-sm font-medium text-accent">{t('reviewExplanation')}</p>
          <RichContent content={question.explanation} />
        </div>
      )}
    </Card>
  );
}

function Verdict({ correct, answered }: { correct: boolean; answered: boolean }) {
  const { t } = useTranslation('attempts');
  if (correct) return <Badge tone="success">{t('reviewRight')}</Badge>;
  if (!answered) return <Badge>{t('reviewUnanswered')}</Badge>;
  return <Badge tone="danger">{t('reviewWrong')}</Badge>;
}
