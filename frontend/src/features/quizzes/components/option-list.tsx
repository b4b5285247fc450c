import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { cx } from '../../../components/ui/cx';
import { Icon } from '../../../components/ui/icon';
import { VisuallyHidden } from '../../../components/ui/visually-hidden';
import type { AdminQuestion } from '../../../lib/api/generated/types.gen';
import { optionLetter } from '../../../lib/format/option-letter';

/** The options with the right ones marked by a sign and a colour; of a typed answer, what is accepted. */
export function OptionList({ question }: { question: AdminQuestion }) {
  const { t } = useTranslation('quizzes');
  if (question.options.length === 0) {
    if (question.acceptedAnswers.length === 0) return null;
    return (
      <p>
        <span className="text-ink-soft">{t('accepted')}</span>{' '}
        <span className="font-medium">{question.acceptedAnswers.join(' · ')}</span>
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-1.5">
      {question.options.map((option, index) => (
        <li
          key={option.id}
          className={cx(
            'flex items-start gap-3 rounded-md px-3 py-2',
            option.correct && 'bg-success-soft',
          )}
        >
          <span
            className={cx(
              'w-6 shrink-0 font-medium',
              option.correct ? 'text-success' : 'text-ink-soft',
            )}
          >
            {optionLetter(index)}
          </span>
          <RichContent content={option.content} className="min-w-0 flex-1" />
          {option.correct && (
            <>
              <Icon name="check" className="mt-0.5 text-success" />
              <VisuallyHidden>{t('rightAnswer')}</VisuallyHidden>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
