import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
import { Icon } from '../../../components/ui/icon';
import { PageHeading } from '../../../components/ui/page-heading';
import type { Attempt } from '../../../lib/api/generated/types.gen';
import type { AutoSaveSnapshot } from '../lib/autosave-types';
import { SaveIndicator } from './save-indicator';
import { TimeLeft } from './time-left';

interface RunnerHeaderProps {
  attempt: Attempt;
  state: AutoSaveSnapshot;
  /** null: no time limit. */
  seconds: number | null;
  /** After the time. */
  children?: ReactNode;
}

/** Title, time left and save state: all that may be asked at any moment, always in sight where the window is not too low for it. */
export function RunnerHeader({ attempt, state, seconds, children }: RunnerHeaderProps) {
  const { t } = useTranslation('attempts');
  return (
    <header className="top-0 z-30 border-b border-line bg-surface [@media(min-height:24rem)]:sticky">
      <div className="page-x mx-auto flex max-w-page flex-wrap items-center gap-x-1 py-1.5 sm:min-h-16 sm:gap-x-4">
        <ButtonLink
          to={`/quizzes/${attempt.quiz.id}`}
          variant="ghost"
          aria-label={t('leave')}
          title={t('leave')}
          className="-ms-3 w-11 px-0"
        >
          <Icon name="arrow-left" className="rtl:-scale-x-100" />
        </ButtonLink>
        <p dir="auto" aria-hidden="true" className="min-w-0 flex-1 truncate font-semibold">
          {attempt.quiz.title}
        </p>
        <PageHeading hidden>{attempt.quiz.title}</PageHeading>
        <div className="order-last basis-full pb-1 sm:order-none sm:max-w-1/2 sm:basis-auto sm:pb-0">
          <SaveIndicator state={state} />
        </div>
        {seconds !== null && <TimeLeft seconds={seconds} />}
        {children}
      </div>
    </header>
  );
}
