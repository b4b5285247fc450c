import { useTranslation } from 'react-i18next';
import { LongTable, type RowProps } from '../../../components/ui/long-table';
import { Cell, HeadCell } from '../../../components/ui/table';
import { useFormat } from '../../../hooks/use-format';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { AttemptScore } from './attempt-score';
import { AttemptStatus } from './attempt-status';
import { StudentLink } from './student-link';
import { TimeLeft } from './time-left';

export function AttemptTable({ attempts }: { attempts: readonly StaffAttempt[] }) {
  const { t } = useTranslation('invigilation');
  return (
    <LongTable
      caption={t('listTitle')}
      items={attempts}
      itemKey={idOf}
      estimate={89}
      head={
        <>
          <HeadCell>{t('student')}</HeadCell>
          <HeadCell className="w-40">{t('status')}</HeadCell>
          <HeadCell numeric className="w-32">
            {t('answered')}
          </HeadCell>
          <HeadCell numeric className="w-32">
            {t('timeLeft')}
          </HeadCell>
          <HeadCell className="w-52 max-lg:hidden">{t('lastSave')}</HeadCell>
          <HeadCell numeric className="w-28">
            {t('score')}
          </HeadCell>
        </>
      }
    >
      {(attempt, row) => <Row attempt={attempt} row={row} />}
    </LongTable>
  );
}

const idOf = ({ id }: StaffAttempt) => id;

function Row({ attempt, row }: { attempt: StaffAttempt; row: RowProps }) {
  const format = useFormat();
  return (
    <tr {...row} className="hover:bg-sunken/50">
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
