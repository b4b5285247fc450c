import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../components/ui/badge';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';

/** The student's name, which leads to the attempt, and what somebody should look at. */
export function StudentLink({ attempt }: { attempt: StaffAttempt }) {
  const { t } = useTranslation('invigilation');
  const { student, number, flags } = attempt;
  return (
    <>
      <Link
        to={`/admin/attempts/${attempt.id}`}
        dir="auto"
        className="inline-flex min-h-11 min-w-11 items-center font-medium underline-offset-4 hover:text-accent hover:underline"
      >
        {student.name}
      </Link>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <span className="wrap-anywhere">{student.email}</span>
        {number > 1 && <span>{t('attemptNumber', { number })}</span>}
        {flags.length > 0 && (
          <Badge tone="warning">{t('flagCount', { count: flags.length })}</Badge>
        )}
      </div>
    </>
  );
}
