import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/ui/icon';
import { VisuallyHidden } from '../../../components/ui/visually-hidden';
import type { AnswerDelta } from '../../../lib/api/generated/types.gen';
import { answerText } from '../lib/answer-text';

/** What a save changed, question by question: before and after. */
export function AnswerChanges({ changes }: { changes: readonly AnswerDelta[] }) {
  const { t } = useTranslation('invigilation');
  const nothing = t('noAnswer');
  return (
    <ul className="mt-2 flex flex-col gap-1 text-sm">
      {changes.map(({ questionNumber, from, to }) => (
        <li key={questionNumber} className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{t('question', { number: questionNumber })}</span>
          <span dir="auto" className="min-w-0 break-words text-ink-soft">
            {answerText(from) ?? nothing}
          </span>
          <Icon name="arrow-right" className="size-4 text-ink-soft" />
          <VisuallyHidden>{t('becomes')}</VisuallyHidden>
          <span dir="auto" className="min-w-0 break-words">
            {answerText(to) ?? nothing}
          </span>
        </li>
      ))}
    </ul>
  );
}
