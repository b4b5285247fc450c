import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDiagnosticText } from '../../../../components/diagnostics/diagnostic-text';
import { SeverityIcon } from '../../../../components/diagnostics/severity-icon';
import { Button } from '../../../../components/ui/button';
import { cx } from '../../../../components/ui/cx';
import { IconButton } from '../../../../components/ui/icon-button';
import type { ImportChoices } from '../../../../lib/api/generated/types.gen';
import { fixesOf, ignorable, type Problem } from '../../lib/problems';
import type { Selection } from '../../lib/review-selection';
import { FixButtons } from './fix-buttons';

interface ProblemStepperProps {
  problems: readonly Problem[];
  selection: Selection | null;
  choices: ImportChoices;
  canFix: boolean;
  busy: boolean;
  onFix: (patch: ImportChoices) => void;
  onStep: (step: 1 | -1) => void;
  onHelp: () => void;
}

/** The problem that is looked at, above its source and its question, and the way to the next one. */
export function ProblemStepper(props: ProblemStepperProps) {
  const { problems, selection, choices, canFix, busy, onFix, onStep, onHelp } = props;
  const { t } = useTranslation('imports');
  const index = problems.findIndex(({ key }) => key === selection?.problemKey);
  const problem = problems[index];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
      <div
        className={cx(
          'flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2',
          problem && 'basis-64',
        )}
      >
        {problem ? (
          <CurrentProblem
            key={problem.key}
            problem={problem}
            place={t('problemOf', { number: index + 1, count: problems.length })}
            takesFocus={selection?.origin === 'problem'}
          />
        ) : (
          <p className="text-sm text-ink-soft">
            {problems.length > 0 ? t('openProblems', { count: problems.length }) : t('noProblems')}
          </p>
        )}
        {problem && canFix && (
          <span className="flex flex-wrap gap-2 empty:hidden">
            <FixButtons fixes={allFixes(problem)} choices={choices} onFix={onFix} disabled={busy} />
          </span>
        )}
      </div>
      <div className="ms-auto flex">
        <Button
          variant="ghost"
          icon="chevron-left"
          disabled={problems.length === 0}
          aria-label={t('previousProblem')}
          title={t('previousProblem')}
          onClick={() => onStep(-1)}
          className="w-11 px-0"
        />
        <Button
          variant="ghost"
          icon="chevron-right"
          disabled={problems.length === 0}
          aria-label={t('nextProblem')}
          title={t('nextProblem')}
          onClick={() => onStep(1)}
          className="w-11 px-0"
        />
        <span className="max-md:hidden">
          <IconButton icon="keyboard" label={t('keys')} onClick={onHelp} />
        </span>
      </div>
    </div>
  );
}

function allFixes(problem: Problem): ImportChoices[] {
  const ignoredParagraphs = ignorable(problem);
  return [...fixesOf(problem), ...(ignoredParagraphs.length > 0 ? [{ ignoredParagraphs }] : [])];
}

interface CurrentProblemProps {
  problem: Problem;
  place: string;
  takesFocus: boolean;
}

/** Takes the focus when it was stepped to: it is read out, and its fixes are the next stops of Tab. */
function CurrentProblem({ problem, place, takesFocus }: CurrentProblemProps) {
  const textOf = useDiagnosticText();
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <p
      ref={ref}
      tabIndex={-1}
      className="flex min-w-0 flex-1 basis-72 items-start gap-2 rounded-sm"
    >
      <SeverityIcon severity={problem.diagnostic.severity} className="mt-0.5" />
      <span className="min-w-0 text-sm leading-6">
        <span className="me-2 text-ink-soft">{place}</span>
        {textOf(problem.diagnostic)}
      </span>
    </p>
  );
}
