import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/ui/card';
import { PageList } from '../../../components/ui/page-list';
import { useFormat } from '../../../hooks/use-format';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { AttemptScore } from './attempt-score';
import { AttemptStatus } from './attempt-status';
import { Fact, Facts } from '../../../components/ui/facts';
import { StudentLink } from './student-link';
import { TimeLeft } from './time-left';

const idOf = ({ id }: StaffAttempt) => id;

export function AttemptCards({ attempts }: { attempts: readonly StaffAttempt[] }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  return (
    <PageList label={t('listTitle')} items={attempts} itemKey={idOf} estimate={190} gap={16}>
      {(attempt) => (
        <Card className="flex flex-col gap-3 p-4">
          <div className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <StudentLink attempt={attempt} />
            </div>
            <span className="mt-2.5 flex">
              <AttemptStatus attempt={attempt} />
            </span>
          </div>
          <Facts>
            <Fact name={t('answered')}>
              {format.number(attempt.answeredCount)} / {format.number(attempt.questionCount)}
            </Fact>
            {attempt.status === 'OPEN' ? (
              <Fact name={t('timeLeft')}>
                <TimeLeft attempt={attempt} />
              </Fact>
            ) : (
              <Fact name={t('score')}>
                <AttemptScore attempt={attempt} />
              </Fact>
            )}
          </Facts>
        </Card>
      )}
    </PageList>
  );
}
