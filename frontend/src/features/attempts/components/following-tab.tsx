import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Button } from '../../../components/ui/button';
import { Notice } from '../../../components/ui/notice';
import { PageHeading } from '../../../components/ui/page-heading';
import { useCountdown } from '../hooks/use-countdown';
import { useLeadingTab } from '../hooks/use-tab-lead';
import { isAnswered } from '../lib/answers';
import type { TabView } from '../lib/tab-view';
import { OpeningSkeleton } from './opening-skeleton';
import { QuestionView } from './question-view';
import { SaveIndicator } from './save-indicator';
import { TimeLeft } from './time-left';

interface FollowingTabProps {
  name: string;
  onTakeOver: () => void;
}

/** The quiz as it is in another tab of this browser, live; nothing can be answered here before taking over. */
export function FollowingTab({ name, onTakeOver }: FollowingTabProps) {
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
          <Button variant="primary" onClick={onTakeOver} className="mt-3">
            {t('takeOver')}
          </Button>
        </Notice>
        {view ? <Shown view={view} /> : <OpeningSkeleton />}
      </main>
    </div>
  );
}

function Header({ view: { attempt, snapshot } }: { view: TabView }) {
  const countdown = useCountdown(snapshot.time, leaveToLeader);
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface">
      <div className="page-x mx-auto flex max-w-page flex-wrap items-center gap-x-4 py-1.5 sm:min-h-16">
        <p dir="auto" aria-hidden="true" className="min-w-0 flex-1 truncate font-semibold">
          {attempt.quiz.title}
        </p>
        <PageHeading hidden>{attempt.quiz.title}</PageHeading>
        <SaveIndicator state={snapshot} />
        {countdown.seconds !== null && (
          <TimeLeft seconds={countdown.seconds} mark={countdown.mark} />
        )}
      </div>
    </header>
  );
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
        <fieldset disabled className="min-w-0">
          <QuestionView
            question={question}
            number={position + 1}
            total={questions.length}
            value={snapshot.questions[question.id]?.value ?? null}
            flagged={false}
            onAnswer={leaveToLeader}
            onFlag={leaveToLeader}
          />
        </fieldset>
      )}
    </>
  );
}
