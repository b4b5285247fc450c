import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { cx } from '../../../components/ui/cx';
import { Icon } from '../../../components/ui/icon';
import type { ReviewQuestion } from '../../../lib/api/generated/types.gen';
import { optionLetter } from '../../../lib/format/option-letter';

interface ReviewOptionProps {
  option: ReviewQuestion['options'][number];
  index: number;
  chosen: boolean;
}

/** Said in words and shown by a sign, never by colour alone. */
export function ReviewOption({ option, index, chosen }: ReviewOptionProps) {
  const { t } = useTranslation('attempts');
  const { correct } = option;
  const notes = [chosen && t('reviewYours'), correct && t('reviewCorrect')].filter(Boolean);
  return (
    <li
      className={cx(
        'flex items-start gap-3 rounded-md border px-4 py-3',
        correct && 'border-success/50 bg-success-soft',
        !correct && chosen && 'border-danger/50 bg-danger-soft',
        !correct && !chosen && 'border-line',
      )}
    >
      <span className="w-4 shrink-0 font-medium text-ink-soft">{optionLetter(index)}</span>
      <div className="min-w-0 flex-1">
        <RichContent content={option.content} />
        {notes.length > 0 && (
          <p
            className={cx(
              'mt-1.5 flex items-center gap-1.5 text-sm font-medium',
              correct ? 'text-success' : 'text-danger',
            )}
          >
            <Icon name={correct ? 'check' : 'x'} className="size-4" />
            {notes.join(' · ')}
          </p>
        )}
        {chosen && option.feedback && (
          <RichContent content={option.feedback} className="mt-1.5 text-sm" />
        )}
      </div>
    </li>
  );
}
