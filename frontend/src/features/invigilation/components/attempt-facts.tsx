import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/ui/card';
import { useFormat } from '../../../hooks/use-format';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { AttemptScore } from './attempt-score';
import { AttemptStatus } from './attempt-status';
import { Fact, Facts } from '../../../components/ui/facts';
import { TimeLeft } from './time-left';

/** How the attempt stands at this moment. */
export function AttemptFacts({ attempt }: { attempt: StaffAttempt }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  const time = (iso: string | null) => (iso === null ? '–' : format.dateTimeSeconds(iso));
  const open = attempt.status === 'OPEN';
  return (
    <Card className="p-5">
      <Facts>
        <Fact name={t('status')}>
          <AttemptStatus attempt={attempt} />
        </Fact>
        <Fact name={t('answered')}>
          {format.number(attempt.answeredCount)} / {format.number(attempt.questionCount)}
        </Fact>
        {open ? (
          <Fact name={t('timeLeft')}>
            <TimeLeft attempt={attempt} />
          </Fact>
        ) : (
          <Fact name={t('score')}>
            <AttemptScore attempt={attempt} />
          </Fact>
        )}
        <Fact name={t('started')}>{time(attempt.startedAt)}</Fact>
        <Fact name={t('lastSave')}>{time(attempt.savedAt)}</Fact>
        {open ? (
          <Fact name={t('ends')}>{time(attempt.deadlineAt)}</Fact>
        ) : (
          <Fact name={t('ended')}>{time(attempt.submittedAt)}</Fact>
        )}
      </Facts>
    </Card>
  );
}
