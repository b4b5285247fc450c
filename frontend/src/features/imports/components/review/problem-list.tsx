import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../../components/ui/badge';
import { Disclosure } from '../../../../components/ui/disclosure';
import { Notice } from '../../../../components/ui/notice';
import {
  countBySeverity,
  groupProblems,
  SEVERITIES,
  type Problem,
  type ProblemGroup,
  type Severity,
} from '../../lib/problems';
import type { ProblemActions } from './problem-actions';
import { ProblemGroupCard } from './problem-group-card';

const TONES: Record<Severity, BadgeTone> = { error: 'danger', warning: 'warning', info: 'neutral' };

/** What has to be looked at, first of all: errors, then doubts; what was left out on purpose unfolds. */
export function ProblemList({
  problems,
  ...actions
}: { problems: readonly Problem[] } & ProblemActions) {
  const { t } = useTranslation('imports');
  const groups = useMemo(() => groupProblems(problems), [problems]);
  const counts = countBySeverity(problems);
  const open = groups.filter(({ first }) => first.diagnostic.severity !== 'info');
  const facts = groups.filter(({ first }) => first.diagnostic.severity === 'info');
  return (
    <section aria-labelledby="problems" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="problems" className="text-xl">
          {t('problemsTitle')}
        </h2>
        <p className="flex flex-wrap gap-2">
          {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
            <Badge key={severity} tone={TONES[severity]}>
              {t(`count_${severity}`, { count: counts[severity] })}
            </Badge>
          ))}
        </p>
      </div>
      {open.length === 0 ? (
        <Notice tone="success" title={t('noProblems')}>
          {actions.canFix && t('noProblemsText')}
        </Notice>
      ) : (
        <Groups groups={open} {...actions} />
      )}
      {facts.length > 0 && (
        <Disclosure summary={t('factsTitle', { count: counts.info })}>
          <Groups groups={facts} {...actions} />
        </Disclosure>
      )}
    </section>
  );
}

function Groups({ groups, ...actions }: { groups: readonly ProblemGroup[] } & ProblemActions) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-base shadow-sm">
      {groups.map((group) => (
        <ProblemGroupCard key={group.key} group={group} {...actions} />
      ))}
    </ul>
  );
}
