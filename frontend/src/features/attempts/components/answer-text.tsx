import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import { isAnswered, type AnswerValue } from '../lib/answers';
import { optionLetter } from '../../../lib/format/option-letter';

interface AnswerTextProps {
  question: Pick<AttemptQuestion, 'options'>;
  value: AnswerValue;
}

/** An answer in words: the chosen options with their letters, or the typed text. */
export function AnswerText({ question, value }: AnswerTextProps) {
  const { t } = useTranslation('attempts');
  if (!isAnswered(value)) return <span className="text-ink-soft">{t('noAnswer')}</span>;
  const ids = new Set(Array.isArray(value) ? value : [value]);
  const chosen = question.options
    .map((option, index) => ({ option, letter: optionLetter(index) }))
    .filter(({ option }) => ids.has(option.id));
  if (chosen.length === 0) return <span dir="auto">{value}</span>;
  return (
    <span className="flex flex-col gap-1">
      {chosen.map(({ option, letter }) => (
        <span key={option.id} className="flex gap-2">
          <span className="font-medium text-ink-soft">{letter}</span>
          <RichContent content={option.content} className="min-w-0" />
        </span>
      ))}
    </span>
  );
}
