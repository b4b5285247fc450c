import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { BackLink } from '../../../components/ui/back-link';
import { Button } from '../../../components/ui/button';
import { PageHeading } from '../../../components/ui/page-heading';
import { SelectControl } from '../../../components/ui/select-control';
import { showToast } from '../../../components/ui/toast-store';
import type { ExtraTimeRequest } from '../../../lib/api/generated/types.gen';
import { ATTEMPT_STATES, attemptStateIn, extendQuiz, quizTitleQuery } from '../api/attempts';
import { AttemptList } from '../components/attempt-list';
import { ExtraTimeDialog } from '../components/extra-time-dialog';
import { ReceiptDialog } from '../components/receipt-dialog';

/** `/admin/quizzes/:id/attempts`: who sits at a quiz, as it goes on. */
export function QuizAttemptsPage() {
  const { t } = useTranslation('invigilation');
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const [giving, setGiving] = useState(false);
  const [checking, setChecking] = useState(false);
  const title = useQuery(quizTitleQuery(id));
  const state = attemptStateIn(search);
  const give = async (request: ExtraTimeRequest) => {
    const { attempts } = await extendQuiz(id, request);
    showToast({ message: t('givenToAll', { count: attempts }) });
  };
  return (
    <div className="flex flex-col gap-6">
      <BackLink to={`/admin/quizzes/${id}`}>{title.data ?? t('quiz')}</BackLink>
      <PageHeading
        title={title.data ? t('attemptsOf', { title: title.data }) : t('listTitle')}
        lead={t('listLead')}
        actions={
          <>
            <Button icon="check-circle" onClick={() => setChecking(true)}>
              {t('checkReceipt')}
            </Button>
            <Button icon="clock" onClick={() => setGiving(true)}>
              {t('giveAll')}
            </Button>
          </>
        }
      >
        {t('listTitle')}
      </PageHeading>
      <SelectControl
        className="w-full sm:w-60"
        aria-label={t('status')}
        value={state ?? ''}
        onChange={({ target }) => setSearch(target.value ? { state: target.value } : {})}
        options={[
          { value: '', label: t('stateAll') },
          ...ATTEMPT_STATES.map((value) => ({ value, label: t(`state${value}`) })),
        ]}
      />
      <AttemptList quizId={id} state={state} />
      {checking && <ReceiptDialog onClose={() => setChecking(false)} />}
      {giving && (
        <ExtraTimeDialog
          title={t('giveAll')}
          text={t('giveAllText')}
          give={give}
          onClose={() => setGiving(false)}
        />
      )}
    </div>
  );
}
