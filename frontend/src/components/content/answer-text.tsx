import { useTranslation } from 'react-i18next';
import type { AnswerValue, AttemptQuestion } from '../../lib/api/generated/types.gen';
import { optionLetter } from '../../lib/format/option-letter';
import { RichContent } from './rich-content';

interface AnswerTextProps {
  question: Pick<AttemptQuestion, 'options'>;
  value: AnswerValue;
}

/** An answer in words: the chosen options with their letters, or the typed text. */
export function AnswerText({ question, value }: AnswerTextProps) {
  const { t } = useTranslation('common');
  const said = Array.isArray(value) ? value : [value ?? ''];
  const chosen = question.options
    .map((option, index) => ({ option, letter: optionLetter(index) }))
    .filter(({ option }) => said.includes(option.id));
  const typed = said.join(', ');
  if (typed.trim() === '') return <span className="text-ink-soft">{t('noAnswer')}</span>;
  if (chosen.length === 0) return <span dir="auto">{typed}</span>;
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
