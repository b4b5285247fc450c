import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDiagnosticText } from '../../../../components/diagnostics/diagnostic-text';
import { SeverityIcon } from '../../../../components/diagnostics/severity-icon';
import { Badge } from '../../../../components/ui/badge';
import { Button } from '../../../../components/ui/button';
import { fixesOf, ignorable, type ProblemGroup } from '../../lib/problems';
import { splitShared } from '../../lib/shared-text';
import { FixButtons } from './fix-buttons';
import type { ProblemActions } from './problem-actions';
import { ProblemItem } from './problem-item';

const AT_FIRST = 3;
const MORE = 50;

/** Problems of one kind: what is wrong, what mends all of them, and where each is. */
export function ProblemGroupCard({ group, ...actions }: { group: ProblemGroup } & ProblemActions) {
  const { t } = useTranslation('imports');
  const textOf = useDiagnosticText();
  const [shown, setShown] = useState(AT_FIRST);
  const { problems, first } = group;
  const { shared, rests } = splitShared(problems.map(({ diagnostic }) => textOf(diagnostic)));
  const left = problems.length - shown;
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex items-start gap-3">
        <SeverityIcon severity={first.diagnostic.severity} className="mt-0.5" />
        <p className="min-w-0 flex-1 font-medium">{shared}</p>
        {problems.length > 1 && <Badge>{t('timesFound', { count: problems.length })}</Badge>}
      </div>
      <ul className="flex flex-col gap-1 sm:ps-8">
        {problems.slice(0, shown).map((problem, index) => (
          <ProblemItem key={problem.key} problem={problem} more={rests[index] ?? ''} {...actions} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 empty:hidden sm:ps-8">
        {actions.canFix && <GroupFixes group={group} {...actions} />}
        {left > 0 && (
          <Button variant="ghost" onClick={() => setShown(shown + MORE)}>
            {t('moreProblems', { count: Math.min(MORE, left) })}
          </Button>
        )}
      </div>
    </li>
  );
}

function GroupFixes({ group, choices, busy, onFix }: { group: ProblemGroup } & ProblemActions) {
  const fixes = useMemo(() => {
    const ignoredParagraphs = [...new Set(group.problems.flatMap(ignorable))];
    const ignoring = ignoredParagraphs.length > 0 ? [{ ignoredParagraphs }] : [];
    return [...fixesOf(group.first), ...ignoring];
  }, [group]);
  return <FixButtons fixes={fixes} choices={choices} onFix={onFix} disabled={busy} />;
}
