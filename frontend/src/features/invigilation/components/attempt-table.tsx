import { useTranslation } from 'react-i18next';
import { Cell, HeadCell, Table } from '../../../components/ui/table';
import { useFormat } from '../../../hooks/use-format';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { AttemptScore } from './attempt-score';
import { AttemptStatus } from './attempt-status';
import { StudentLink } from './student-link';
import { TimeLeft } from './time-left';

export function AttemptTable({ attempts }: { attempts: readonly StaffAttempt[] }) {
  const { t } = useTranslation('invigilation');
  return (
    <Table
      caption={t('listTitle')}
      head={
        <>
          <HeadCell>{t('student')}</HeadCell>
          <HeadCell>{t('status')}</HeadCell>
          <HeadCell numeric>{t('answered')}</HeadCell>
          <HeadCell numeric>{t('timeLeft')}</HeadCell>
          <HeadCell className="max-lg:hidden">{t('lastSave')}</HeadCell>
          <HeadCell numeric>{t('score')}</HeadCell>
        </>
      }
    >
      {attempts.map((attempt) => (
        <Row key={attempt.id} attempt={attempt} />
      ))}
    </Table>
  );
}

function Row({ attempt }: { attempt: StaffAttempt }) {
  const format = useFormat();
  return (
    <tr className="hover:bg-sunken/50">
      <Cell>
        <StudentLink attempt={attempt} />
      </Cell>
      <Cell>
        <AttemptStatus attempt={attempt} />
      </Cell>
      <Cell className="text-end whitespace-nowrap tabular-nums">
        {format.number(attempt.answeredCount)} / {format.number(attempt.questionCount)}
      </Cell>
      <Cell className="text-end whitespace-nowrap tabular-nums">
        <TimeLeft attempt={attempt} />
      </Cell>
      <Cell className="whitespace-nowrap text-ink-soft max-lg:hidden">
        {attempt.savedAt ? format.dateTime(attempt.savedAt) : '–'}
      </Cell>
      <Cell className="text-end whitespace-nowrap tabular-nums">
        <AttemptScore attempt={attempt} />
      </Cell>
    </tr>
  );
}
