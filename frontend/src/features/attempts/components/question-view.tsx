import { memo, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Button } from '../../../components/ui/button';
import { cx } from '../../../components/ui/cx';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import { isAnswered, type AnswerValue } from '../lib/answers';
import { QuestionOptions } from './question-options';
import { QuestionTextAnswer } from './question-text-answer';

const INSTRUCTIONS = {
  SINGLE_CHOICE: 'chooseOne',
  MULTIPLE_CHOICE: 'chooseSeveral',
  TRUE_FALSE: 'trueOrFalse',
  SHORT_ANSWER: 'typeAnswer',
  NUMERIC: 'typeNumber',
} as const;

interface QuestionViewProps {
  question: AttemptQuestion;
  number: number;
  total: number;
  value: AnswerValue;
  flagged: boolean;
  /** Left out where one only looks on, together with `onFlag`. */
  onAnswer?: (questionId: string, value: AnswerValue) => void;
  onFlag?: (questionId: string) => void;
}

/** One question. Moving to another one brings the focus to its heading, so that it is read out. */
export const QuestionView = memo(function QuestionView(props: QuestionViewProps) {
  const { question, number, total, value, flagged, onAnswer, onFlag } = props;
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(question.id);
  const stemId = useId();

  useEffect(() => {
    if (shown.current === question.id) return;
    shown.current = question.id;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [question.id]);

  const answer = (next: AnswerValue) => {
    onAnswer?.(question.id, next);
  };
  const points = t('points', { count: question.points, formatted: format.number(question.points) });
  return (
    <section aria-labelledby={`${stemId}-heading`} className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-40">
          <h2 ref={heading} id={`${stemId}-heading`} tabIndex={-1} className="text-xl outline-none">
            {t('questionOf', { number, total })}
          </h2>
          <p className="mt-1 text-sm text-ink-soft">
            {t(INSTRUCTIONS[question.type])} · {points}
          </p>
        </div>
        {onFlag && (
          <Button
            variant="ghost"
            icon="flag"
            onClick={() => {
              onFlag(question.id);
            }}
            className={cx('shrink-0', flagged && 'bg-warning-soft')}
          >
            <span className="max-sm:sr-only">{flagged ? t('unflag') : t('flag')}</span>
          </Button>
        )}
      </div>
      <div id={stemId} className="max-w-prose text-lg">
        <RichContent content={question.stem} />
      </div>
      {question.options.length > 0 ? (
        <QuestionOptions question={question} value={value} labelledBy={stemId} onAnswer={answer} />
      ) : (
        <QuestionTextAnswer question={question} value={value} onAnswer={answer} />
      )}
      <div className="min-h-11">
        {onAnswer && isAnswered(value) && (
          <Button
            variant="ghost"
            icon="x"
            onClick={() => {
              answer(null);
            }}
            className="-mx-3"
          >
            {t('clearChoice')}
          </Button>
        )}
      </div>
    </section>
  );
});
