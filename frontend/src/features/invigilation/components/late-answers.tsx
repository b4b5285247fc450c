import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/ui/badge';
import { Button } from '../../../components/ui/button';
import { Card } from '../../../components/ui/card';
import { describeError, ErrorState } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { useFormat } from '../../../hooks/use-format';
import type { LateAnswerSet } from '../../../lib/api/generated/types.gen';
import { decideLate, lateAnswersQuery, STAFF_ATTEMPTS } from '../api/attempts';

/** Answers that came after the time was over, for the teacher to decide; nothing where there are none. */
export function LateAnswers({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation('invigilation');
  const late = useQuery(lateAnswersQuery(attemptId));
  if (late.isError && !late.data) {
    return <ErrorState error={late.error} onRetry={() => void late.refetch()} />;
  }
  if (!late.data || late.data.items.length === 0) return null;
  return (
    <section aria-labelledby="late" className="flex flex-col gap-3">
      <h2 id="late" className="text-xl">
        {t('lateTitle')}
      </h2>
      {late.data.items.map((set) => (
        <LateSet key={set.id} attemptId={attemptId} set={set} />
      ))}
    </section>
  );
}

function LateSet({ attemptId, set }: { attemptId: string; set: LateAnswerSet }) {
  const { t } = useTranslation('invigilation');
  const common = useTranslation('common').t;
  const format = useFormat();
  const queryClient = useQueryClient();
  const decide = useMutation({
    mutationFn: (accept: boolean) => decideLate(attemptId, set.id, accept),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [STAFF_ATTEMPTS] }),
  });
  const numbers = set.answers.map(({ position }) => format.number(position)).join(', ');
  const isWaiting = set.state === 'WAITING';
  return (
    <Card className="flex flex-col gap-3 p-5">
      <div className="flex flex-wrap items-center gap-3">
        <p className="font-medium">{t('lateQuestions', { count: set.answers.length, numbers })}</p>
        <Badge tone={isWaiting ? 'warning' : 'neutral'}>{t(`late${set.state}`)}</Badge>
      </div>
      <p>
        {t(`late${set.kind}`)} {set.verified ? t('lateVerified') : t('lateUnverified')}
      </p>
      <p className="text-sm text-ink-soft">
        {t('lateArrived', { time: format.dateTimeSeconds(set.arrivedAt) })}
      </p>
      {isWaiting && (
        <div className="flex flex-wrap gap-3">
          <Button
            variant="primary"
            icon="check"
            busy={decide.isPending}
            onClick={() => decide.mutate(true)}
          >
            {t('accept')}
          </Button>
          <Button icon="x" busy={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('refuse')}
          </Button>
        </div>
      )}
      {decide.isError && (
        <Notice tone="danger" role="alert" title={describeError(decide.error, common).title}>
          {describeError(decide.error, common).advice}
        </Notice>
      )}
    </Card>
  );
}
