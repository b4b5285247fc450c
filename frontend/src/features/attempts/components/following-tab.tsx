import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Button } from '../../../components/ui/button';
import { Notice } from '../../../components/ui/notice';
import { useCountdown } from '../hooks/use-countdown';
import { useLeadingTab } from '../hooks/use-tab-lead';
import { isAnswered } from '../lib/answers';
import type { TabView } from '../lib/tab-view';
import { OpeningSkeleton } from './opening-skeleton';
import { QuestionView } from './question-view';
import { RunnerHeader } from './runner-header';

interface FollowingTabProps {
  name: string;
  /** Asked for already; a tab that has hung is waited for a few seconds. */
  isTakingOver: boolean;
  onTakeOver: () => void;
}

/** The quiz as it is in another tab of this browser, live; nothing can be answered here before taking over. */
export function FollowingTab({ name, isTakingOver, onTakeOver }: FollowingTabProps) {
  const { t } = useTranslation('attempts');
  const view = useLeadingTab(name);
  if (view?.snapshot.phase === 'submitted' || view?.snapshot.phase === 'closed') {
    return <Navigate to={`/attempts/${view.attempt.id}/result`} replace />;
  }
  return (
    <div className="flex min-h-dvh flex-col">
      {view && <Header view={view} />}
      <main
        id="main"
        tabIndex={-1}
        className="page-x mx-auto flex w-full max-w-page flex-1 flex-col gap-6 py-6 sm:py-10"
      >
        <Notice title={t('followingTitle')} role="status">
          <p>{t('followingText')}</p>
          <Button variant="primary" busy={isTakingOver} onClick={onTakeOver} className="mt-3">
            {t('takeOver')}
          </Button>
        </Notice>
        {view ? <Shown view={view} /> : <OpeningSkeleton />}
      </main>
    </div>
  );
}

function Header({ view: { attempt, snapshot } }: { view: TabView }) {
  const seconds = useCountdown(snapshot.time, leaveToLeader);
  return <RunnerHeader attempt={attempt} state={snapshot} seconds={seconds} />;
}

/** At the end of the time the leading tab hands in. */
function leaveToLeader(): void {
  return;
}

function Shown({ view: { attempt, snapshot } }: { view: TabView }) {
  const { t } = useTranslation('attempts');
  const { questions } = attempt;
  const position = Math.min(snapshot.position, Math.max(0, questions.length - 1));
  const question = questions[position];
  const answered = questions.filter(({ id }) => isAnswered(snapshot.questions[id]?.value)).length;
  return (
    <>
      <p className="font-medium">{t('paletteProgress', { answered, total: questions.length })}</p>
      {question && (
        <fieldset disabled className="min-w-0 [&_label]:opacity-100!">
          <QuestionView
            question={question}
            number={position + 1}
            total={questions.length}
            value={snapshot.questions[question.id]?.value ?? null}
            flagged={false}
          />
        </fieldset>
      )}
    </>
  );
}
