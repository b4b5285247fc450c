import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { describeError } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { useLateDecision } from '../hooks/use-late-decision';
import type { OneLate } from '../lib/late-answers';

interface LateButtonsProps {
  attemptId: string;
  lates: readonly OneLate[];
  /** On the buttons. */
  accept: string;
  refuse: string;
}

/** Decides on answers that wait. */
export function LateButtons({ attemptId, lates, accept, refuse }: LateButtonsProps) {
  const { t } = useTranslation('common');
  const decide = useLateDecision(attemptId);
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          icon="check"
          busy={decide.isPending}
          onClick={() => decide.mutate({ accept: true, lates })}
        >
          {accept}
        </Button>
        <Button
          icon="x"
          busy={decide.isPending}
          onClick={() => decide.mutate({ accept: false, lates })}
        >
          {refuse}
        </Button>
      </div>
      {decide.isError && (
        <Notice tone="danger" role="alert" title={describeError(decide.error, t).title}>
          {describeError(decide.error, t).advice}
        </Notice>
      )}
    </>
  );
}
