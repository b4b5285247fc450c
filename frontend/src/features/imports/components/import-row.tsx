import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
import { useFormat } from '../../../hooks/use-format';
import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import { isUnderWay } from '../api/imports';
import { failureText } from '../lib/failure-text';
import { FileRow } from './file-row';
import { StageTrack } from './stage-track';

/** A file the server has: under way, made into a draft, or refused with a reason. */
export function ImportRow({ item }: { item: ImportSummary }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const detail = t('detail', {
    size: format.bytes(item.sizeBytes),
    time: format.dateTime(item.createdAt),
  });
  if (isUnderWay(item)) {
    return (
      <FileRow name={item.fileName} detail={detail} tone="busy">
        <StageTrack item={item} />
      </FileRow>
    );
  }
  if (item.state === 'FAILED') {
    return (
      <FileRow
        name={item.fileName}
        detail={detail}
        tone="danger"
        action={canReview(item) && <Ways item={item} needsReview />}
      >
        <p className="text-sm text-danger">
          {failureText(item.error?.code ?? '', t) ?? item.error?.message ?? t('failCrashed')}
        </p>
      </FileRow>
    );
  }
  const needsReview = item.errorCount > 0;
  return (
    <FileRow
      name={item.fileName}
      detail={detail}
      tone={needsReview ? 'warning' : 'success'}
      action={<Ways item={item} needsReview={needsReview} />}
    >
      <p className={needsReview ? 'text-sm font-medium text-warning' : 'text-sm text-ink-soft'}>
        {foundText(item, t)}
      </p>
    </FileRow>
  );
}

/** What was found, and how much of it a person has to settle. */
function foundText({ questionCount, errorCount }: ImportSummary, t: TFunction<'imports'>): string {
  if (questionCount === null || questionCount === 0) return t('noQuestions');
  const found = t('questionsFound', { count: questionCount });
  if (errorCount === 0) return found;
  return t('foundAndNeeded', { found, need: t('needYou', { count: errorCount }) });
}

/** A file that failed is worth a look where it was read: no question found, or a quiz from before. */
function canReview({ quizId, error }: ImportSummary): boolean {
  return quizId !== null || error?.code === 'NOT_A_QUIZ';
}

/** The review stands out where something waits for it. */
function Ways({ item, needsReview }: { item: ImportSummary; needsReview: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <span className="flex flex-wrap gap-2">
      <ButtonLink
        to={`/admin/imports/${item.id}/review`}
        variant={needsReview ? 'primary' : 'secondary'}
      >
        {t('review')}
      </ButtonLink>
      {item.quizId && (
        <ButtonLink to={`/admin/quizzes/${item.quizId}`}>{t('openDraft')}</ButtonLink>
      )}
    </span>
  );
}
