import { useTranslation } from 'react-i18next';
import { AnswerText } from '../../../components/content/answer-text';
import { useLateDecision } from '../hooks/use-late-decision';
import { countsAfterReversal, type OneLate } from '../lib/late-answers';
import { ChangeDialog } from '../../../components/ui/change-dialog';

interface LateReversalProps {
  attemptId: string;
  late: OneLate;
  onClose: () => void;
}

/** Says what deciding otherwise does to result and receipt before it is done. */
export function LateReversal({ attemptId, late, onClose }: LateReversalProps) {
  const { t } = useTranslation('invigilation');
  const decide = useLateDecision(attemptId);
  const { set, answer } = late;
  const accept = set.state === 'REFUSED';
  const action = accept ? t('lateAcceptAfterAll') : t('lateTakeBack');
  return (
    <ChangeDialog
      title={action}
      action={action}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={() => decide.mutate({ accept, lates: [late] }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('lateReversalText', { number: answer.position })}</p>
      <div className="my-3 rounded-md border border-line bg-canvas px-4 py-3">
        <AnswerText question={answer} value={countsAfterReversal(late)} />
      </div>
      <p>{t('lateReversalResult')}</p>
    </ChangeDialog>
  );
}
