import { useTranslation } from 'react-i18next';
import type { ReviewQuestion } from '../../../lib/api/generated/types.gen';
import { AnswerText } from '../../../components/content/answer-text';

/** A typed answer beside the accepted ones. */
export function ReviewText({ question }: { question: ReviewQuestion }) {
  const { t } = useTranslation('attempts');
  return (
    <dl className="mt-5 grid gap-4 sm:grid-cols-2">
      <div>
        <dt className="text-sm text-ink-soft">{t('reviewYours')}</dt>
        <dd className="mt-0.5">
          <AnswerText question={question} value={question.value} />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t('reviewAccepted')}</dt>
        <dd dir="auto" className="mt-0.5">
          {question.acceptedAnswers.join(' · ')}
        </dd>
      </div>
    </dl>
  );
}
