import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import type { RunnerView } from '../hooks/use-runner';
import { isAnswered } from '../lib/answers';
import { isKept } from '../lib/save-status';
import { ConflictDialog } from './conflict-dialog';
import { KeysDialog } from './keys-dialog';
import { LeaveDialog } from './leave-dialog';
import { Palette } from './palette';
import { RecoveryDialog } from './recovery-dialog';
import { SubmitDialog } from './submit-dialog';
import { SubmittingDialog } from './submitting-dialog';

/** Everything that opens over the runner. */
export function RunnerOverlays({ runner }: { runner: RunnerView }) {
  const { autosave, questions, overlay, setOverlay, recovery, timeOver } = runner;
  const close = () => {
    setOverlay('none');
  };
  const submitting = autosave.phase === 'submitting' || autosave.phase === 'asking';
  const conflict = submitting || recovery.open ? undefined : autosave.conflicts[0];
  return (
    <>
      <KeysDialog open={overlay === 'keys'} onClose={close} />
      <PaletteSheet runner={runner} onClose={close} />
      <SubmitDialog
        open={overlay === 'submit' && !submitting}
        unanswered={numbersOf(runner, (id) => !isAnswered(autosave.questions[id]?.value))}
        flagged={numbersOf(runner, (id) => runner.marks.flagged.includes(id))}
        onGo={runner.go}
        onClose={close}
        onSubmit={() => void autosave.submit()}
      />
      <LeaveDialog
        unsavedCount={autosave.phase === 'open' ? autosave.unsavedCount : 0}
        lostCount={autosave.unsavedCount - autosave.onDeviceCount}
        onSaveNow={autosave.saveNow}
      />
      {conflict && (
        <ConflictDialog
          key={conflict.questionId}
          conflict={conflict}
          questions={questions}
          onResolve={autosave.resolve}
        />
      )}
      {recovery.open && !submitting && (
        <RecoveryDialog
          findings={recovery.findings}
          questions={questions}
          onKeep={() => recovery.decide('kept')}
          onDiscard={() => recovery.decide('discarded')}
        />
      )}
      {submitting && (
        <SubmittingDialog
          timeOver={timeOver}
          error={autosave.error}
          kept={isKept(autosave)}
          onTryNow={autosave.saveNow}
        />
      )}
    </>
  );
}

function PaletteSheet({ runner, onClose }: { runner: RunnerView; onClose: () => void }) {
  const { t } = useTranslation('attempts');
  const open = runner.overlay === 'palette';
  return (
    <Dialog
      open={open}
      title={t('paletteTitle')}
      variant="sheet"
      onClose={onClose}
      footer={<Button onClick={() => runner.setOverlay('submit')}>{t('handIn')}</Button>}
    >
      <Palette
        questions={runner.questions}
        states={runner.autosave.questions}
        marks={runner.marks}
        position={runner.position}
        onGo={runner.go}
      />
    </Dialog>
  );
}

function numbersOf({ questions }: RunnerView, wanted: (questionId: string) => boolean): number[] {
  return questions.flatMap(({ id }, index) => (wanted(id) ? [index + 1] : []));
}
