import { useTranslation } from 'react-i18next';
import { describeError, SupportCode } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { hasCode } from '../../../lib/http/api-error';

/** Why the server did not publish. */
export function PublishProblem({ error }: { error: Error }) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  if (hasCode(error, 'QUIZ_EMPTY')) {
    return <Notice tone="warning" role="alert" title={t('publishEmpty')} />;
  }
  if (hasCode(error, 'QUIZ_HAS_ERRORS')) {
    return <Notice tone="warning" role="alert" title={t('publishErrors')} />;
  }
  if (hasCode(error, 'QUIZ_NOT_DRAFT')) {
    return <Notice tone="warning" role="alert" title={t('notDraft')} />;
  }
  const { title, advice } = describeError(error, common);
  return (
    <Notice tone="danger" role="alert" title={title}>
      {advice}
      <SupportCode error={error} />
    </Notice>
  );
}
