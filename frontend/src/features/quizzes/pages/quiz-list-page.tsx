import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../../../components/ui/button-link';
import { PageHeading } from '../../../components/ui/page-heading';
import { SelectControl } from '../../../components/ui/select-control';
import { QuizTable } from '../components/quiz-table';
import { QUIZ_STATUSES, quizStatusIn } from '../lib/quiz-status';

export function QuizListPage() {
  const { t } = useTranslation('quizzes');
  const [search, setSearch] = useSearchParams();
  const status = quizStatusIn(search);
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        lead={t('listLead')}
        actions={
          <ButtonLink to="/admin/import" variant="primary" icon="upload">
            {t('importFile')}
          </ButtonLink>
        }
      >
        {t('listTitle')}
      </PageHeading>
      <SelectControl
        className="w-full sm:w-60"
        aria-label={t('status')}
        value={status ?? ''}
        onChange={({ target }) => setSearch(target.value ? { status: target.value } : {})}
        options={[
          { value: '', label: t('statusAll') },
          ...QUIZ_STATUSES.map((value) => ({ value, label: t(`status${value}`) })),
        ]}
      />
      <QuizTable status={status} />
    </div>
  );
}
