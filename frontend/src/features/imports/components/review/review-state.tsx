import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../components/ui/notice';
import type { Import } from '../../../../lib/api/generated/types.gen';
import { isUnderWay } from '../../api/imports';
import { failureText } from '../../lib/failure-text';
import { StageTrack } from '../stage-track';

/** In place of the questions while there is no quiz: being read, failed, or removed since. */
export function ReviewState({ item }: { item: Import }) {
  const { t } = useTranslation('imports');
  if (isUnderWay(item)) {
    return (
      <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5 shadow-sm">
        <p role="status" className="font-medium">
          {t('beingRead')}
        </p>
        <StageTrack item={item} />
      </div>
    );
  }
  if (item.state === 'FAILED') {
    return (
      <Notice tone="danger" role="alert" title={t('reviewFailed')}>
        {failureText(item.error?.code ?? '', t) ?? item.error?.message ?? t('failCrashed')}
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={t('quizGone')}>
      {t('quizGoneText')}
    </Notice>
  );
}
