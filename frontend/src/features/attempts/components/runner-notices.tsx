import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Notice } from '../../../components/ui/notice';
import type { RunnerView } from '../hooks/use-runner';
import type { AutoSaveSnapshot } from '../lib/autosave-types';
import { isKept } from '../lib/save-status';

interface RunnerNoticesProps {
  runner: RunnerView;
  corrupt: boolean;
}

/**
 * What the student should know: each says what happened and what to do. Below the question, so that
 * nothing moves under a finger that is about to choose.
 */
export function RunnerNotices({ runner, corrupt }: RunnerNoticesProps) {
  const { autosave, recovery } = runner;
  return (
    <div className="flex flex-col gap-3 not-empty:mt-6">
      {corrupt && <CorruptNotice />}
      {autosave.storage !== 'ok' && <StorageNotice storage={autosave.storage} />}
      {autosave.phase === 'open' && <ErrorNotice state={autosave} onSaveNow={autosave.saveNow} />}
      <RecoveredNotice recovery={recovery} />
    </div>
  );
}

function CorruptNotice() {
  const { t } = useTranslation('attempts');
  return (
    <Notice tone="warning" title={t('noticeCorruptTitle')}>
      {t('noticeCorruptText')}
    </Notice>
  );
}

/** What became of the answers that were found, and the way back. */
function RecoveredNotice({ recovery }: { recovery: RunnerView['recovery'] }) {
  const { t } = useTranslation('attempts');
  const { choice, findings, decide } = recovery;
  if (choice === null) return null;
  const count = findings.answers.length;
  const kept = choice === 'kept';
  return (
    <Notice title={kept ? t('recoveredTitle', { count }) : t('setAsideTitle', { count })}>
      <p>{t('recoveryReversible')}</p>
      <Button onClick={() => decide(kept ? 'discarded' : 'kept')} className="mt-3">
        {kept ? t('recoveryDiscard') : t('recoveryBringBack')}
      </Button>
    </Notice>
  );
}

function StorageNotice({ storage }: { storage: 'full' | 'blocked' }) {
  const { t } = useTranslation('attempts');
  const title = storage === 'full' ? t('noticeFullTitle') : t('noticeBlockedTitle');
  return (
    <Notice tone="warning" title={title} role="status">
      {t('noticeStorageText')}
    </Notice>
  );
}

function ErrorNotice({ state, onSaveNow }: { state: AutoSaveSnapshot; onSaveNow: () => void }) {
  const { t } = useTranslation('attempts');
  const { error, unsavedCount: count } = state;
  if (!error || count === 0) return null;
  const kept = isKept(state);
  if (error.kind === 'refused') {
    return (
      <Notice tone="danger" title={t('noticeRefusedTitle')}>
        {kept ? t('noticeRefusedText') : t('noticeRefusedLostText')}{' '}
        <code className="font-mono break-all select-all">{error.requestId ?? error.code}</code>
      </Notice>
    );
  }
  const offline = error.kind === 'offline';
  const keptText = offline ? t('noticeOfflineText', { count }) : t('noticeFailedText', { count });
  const lostText = offline ? t('noticeOfflineLostText') : t('noticeFailedLostText');
  return (
    <Notice tone="warning" title={offline ? t('noticeOfflineTitle') : t('noticeFailedTitle')}>
      <p>{kept ? keptText : lostText}</p>
      <Button icon="repeat" onClick={onSaveNow} className="mt-3">
        {t('saveAgain')}
      </Button>
    </Notice>
  );
}
