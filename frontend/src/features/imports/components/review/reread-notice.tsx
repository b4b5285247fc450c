import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/ui/button';
import { describeError, SupportCode } from '../../../../components/ui/error-state';
import { Notice } from '../../../../components/ui/notice';
import type { Import } from '../../../../lib/api/generated/types.gen';
import type { Rereading } from '../../hooks/use-rereading';
import { failureText } from '../../lib/failure-text';
import { isUnderWay } from '../../api/imports';
import { StageTrack } from '../stage-track';

/** Reading the document again: how far it is, then what changed, and the way back. */
export function RereadNotice({ item, rereading }: { item: Import; rereading: Rereading }) {
  const { t } = useTranslation('imports');
  const common = useTranslation('common').t;
  const { outcome, error, undo } = rereading;
  if (error) {
    const { title, advice } = describeError(error, common);
    return (
      <Notice tone="danger" role="alert" title={title}>
        {advice} {t('nothingLost')}
        <SupportCode error={error} />
      </Notice>
    );
  }
  if (isUnderWay(item) || rereading.busy) {
    return (
      <div className="flex flex-col gap-3 rounded-md bg-accent-soft px-4 py-3">
        <p role="status" className="font-medium text-accent">
          {t('readingAgain')}
        </p>
        <StageTrack item={item} />
      </div>
    );
  }
  if (item.state === 'FAILED' && item.quizId !== null) {
    return (
      <Notice tone="danger" role="alert" title={t('rereadFailed')}>
        {failureText(item.error?.code ?? '', t) ?? item.error?.message} {t('nothingLost')}
        {undo && <UndoButton onUndo={undo} />}
      </Notice>
    );
  }
  return outcome && <Outcome key={outcome.key} outcome={outcome} onUndo={undo} />;
}

interface OutcomeProps {
  outcome: NonNullable<Rereading['outcome']>;
  onUndo: (() => void) | null;
}

/** Takes the focus, so that what changed is read out and Undo is the next stop. */
function Outcome({ outcome, onUndo }: OutcomeProps) {
  const { t } = useTranslation('imports');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  const { before, after } = outcome;
  const fewer = before.problems - after.problems;
  const title =
    fewer > 0
      ? t('problemsFewer', { count: fewer })
      : fewer < 0
        ? t('problemsMore', { count: -fewer })
        : t('problemsSame');
  return (
    <div ref={ref} tabIndex={-1} className="rounded-md">
      <Notice tone={fewer > 0 ? 'success' : 'info'} title={title}>
        {t('questionsNow', { count: after.questions })}{' '}
        {outcome.keptEdits > 0 && t('keptEdits', { count: outcome.keptEdits })}
        {onUndo && <UndoButton onUndo={onUndo} />}
      </Notice>
    </div>
  );
}

function UndoButton({ onUndo }: { onUndo: () => void }) {
  const { t } = useTranslation('imports');
  return (
    <div className="mt-3">
      <Button icon="repeat" onClick={onUndo}>
        {t('undo')}
      </Button>
    </div>
  );
}
