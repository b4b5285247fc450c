import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/ui/icon';
import { IconButton } from '../../../../components/ui/icon-button';
import { canDismiss, type Problem } from '../../lib/problems';
import type { ProblemActions } from './problem-actions';

interface ProblemItemProps extends ProblemActions {
  problem: Problem;
  /** What it says beyond the others of its kind. */
  more: string;
}

/** One place of the document in doubt, in its own words; pressed, it is shown there. */
export function ProblemItem({ problem, more, canFix, busy, onShow, onDismiss }: ProblemItemProps) {
  const { t } = useTranslation('imports');
  const { diagnostic, questionNumber, paragraph } = problem;
  const place =
    questionNumber !== null
      ? t('questionPlace', { number: questionNumber })
      : paragraph !== null
        ? t('paragraphPlace', { number: paragraph + 1 })
        : null;
  const canShow = questionNumber !== null || paragraph !== null;
  if (!canShow && more === '' && diagnostic.excerpt === '') return null;
  const content = (
    <>
      {place && <span className="me-2 font-medium text-ink-soft">{place}</span>}
      {more && <span className="me-2">{more}</span>}
      {diagnostic.excerpt !== '' && (
        <q dir="auto" className="text-ink-soft italic">
          {diagnostic.excerpt}
        </q>
      )}
    </>
  );
  return (
    <li className="flex items-center gap-1">
      {canShow ? (
        <button
          type="button"
          onClick={() => onShow(problem)}
          className="group -ms-3 flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-md px-3 py-1.5 text-start text-sm hover:bg-sunken"
        >
          <span className="min-w-0 flex-1 break-words">{content}</span>
          <Icon
            name="arrow-right"
            className="size-4 text-ink-soft group-hover:text-accent rtl:-scale-x-100"
          />
        </button>
      ) : (
        <p className="min-w-0 flex-1 text-sm">{content}</p>
      )}
      {canFix && canDismiss(problem) && (
        <IconButton
          icon="check"
          label={t('dismissProblem', { place: place ?? '' })}
          disabled={busy}
          onClick={() => onDismiss(problem)}
        />
      )}
    </li>
  );
}
