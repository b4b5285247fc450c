import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Button } from '../../../components/ui/button';
import { IconButton } from '../../../components/ui/icon-button';
import type { Opening } from '../api/open-attempt';
import { useRunner, type RunnerView } from '../hooks/use-runner';
import { isAnswered } from '../lib/answers';
import { Palette } from './palette';
import { QuestionView } from './question-view';
import { RunnerFooter } from './runner-footer';
import { RunnerHeader } from './runner-header';
import { RunnerNotices } from './runner-notices';
import { RunnerOverlays } from './runner-overlays';
import { TimeEvents } from './time-events';

interface RunnerProps {
  opening: Opening;
  /** From another tab of this browser: what that one left is gone on with and not asked about. */
  isHandedOver: boolean;
}

/** The quiz being taken. */
export function Runner({ opening, isHandedOver }: RunnerProps) {
  const runner = useRunner(opening, isHandedOver);
  const { t } = useTranslation('attempts');
  const { attempt, autosave, seconds, events, marks, setOverlay } = runner;
  const { question, questions, position } = runner;
  if (autosave.phase === 'submitted' || autosave.phase === 'closed') {
    return <Navigate to={`/attempts/${attempt.id}/result`} replace />;
  }
  const handIn = () => {
    setOverlay('submit');
  };
  return (
    <div className="flex min-h-dvh flex-col">
      <RunnerHeader
        attempt={attempt}
        state={autosave}
        seconds={events.paused ? events.paused.remainingSeconds : seconds}
      >
        <TimeEvents attemptId={attempt.id} pauseAllowed={attempt.pauseAllowed} events={events} />
        <span className="max-md:hidden">
          <IconButton
            icon="keyboard"
            label={t('keys')}
            onClick={() => {
              setOverlay('keys');
            }}
          />
        </span>
        <span className="max-sm:hidden">
          <Button onClick={handIn}>{t('handIn')}</Button>
        </span>
      </RunnerHeader>
      <div className="page-x mx-auto flex w-full max-w-page flex-1 gap-12">
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 py-6 sm:py-10">
          {question && !events.paused && (
            <QuestionView
              question={question}
              number={position + 1}
              total={questions.length}
              value={autosave.questions[question.id]?.value ?? null}
              flagged={marks.flagged.includes(question.id)}
              onAnswer={autosave.choose}
              onFlag={runner.toggleFlag}
            />
          )}
          <RunnerNotices runner={runner} corrupt={opening.corrupt} />
        </main>
        <SidePalette runner={runner} />
      </div>
      <RunnerFooter
        position={position}
        total={questions.length}
        onGo={runner.go}
        onPalette={() => {
          setOverlay('palette');
        }}
        onHandIn={handIn}
      />
      <RunnerOverlays runner={runner} />
    </div>
  );
}

function SidePalette({ runner }: { runner: RunnerView }) {
  const { t } = useTranslation('attempts');
  const { questions, autosave, marks, position, go } = runner;
  const answered = questions.filter(({ id }) => isAnswered(autosave.questions[id]?.value)).length;
  return (
    <aside aria-label={t('paletteTitle')} className="hidden w-64 shrink-0 py-10 lg:block">
      <div className="sticky top-26 max-h-[calc(100dvh-12rem)] overflow-y-auto p-2">
        <p className="mb-4 font-medium">
          {t('paletteProgress', { answered, total: questions.length })}
        </p>
        <Palette
          questions={questions}
          states={autosave.questions}
          marks={marks}
          position={position}
          onGo={go}
        />
      </div>
    </aside>
  );
}
