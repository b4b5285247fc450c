import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
import { Button } from '../../../components/ui/button';
import { IconButton } from '../../../components/ui/icon-button';
import { Icon } from '../../../components/ui/icon';
import { PageHeading } from '../../../components/ui/page-heading';
import type { Attempt } from '../../../lib/api/generated/types.gen';
import type { AutoSaveSnapshot } from '../lib/autosave-types';
import { SaveIndicator } from './save-indicator';
import { TimeLeft } from './time-left';

interface RunnerHeaderProps {
  attempt: Attempt;
  state: AutoSaveSnapshot;
  seconds: number | null;
  mark: 5 | 1 | null;
  onHelp: () => void;
  onHandIn: () => void;
  /** Beside the time. */
  children: ReactNode;
}

/** Title, time left and save state: all that may be asked at any moment, always in sight. */
export function RunnerHeader(props: RunnerHeaderProps) {
  const { attempt, state, seconds, mark, onHelp, onHandIn, children } = props;
  const { t } = useTranslation('attempts');
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface">
      <div className="page-x mx-auto flex max-w-page flex-wrap items-center gap-x-4 py-1.5 sm:min-h-16">
        <ButtonLink
          to={`/quizzes/${attempt.quiz.id}`}
          variant="ghost"
          aria-label={t('leave')}
          title={t('leave')}
          className="-ms-3 w-11 px-0"
        >
          <Icon name="arrow-left" />
        </ButtonLink>
        <p dir="auto" aria-hidden="true" className="min-w-0 flex-1 truncate font-semibold">
          {attempt.quiz.title}
        </p>
        <PageHeading hidden>{attempt.quiz.title}</PageHeading>
        <div className="order-last basis-full pb-1 sm:order-none sm:basis-auto sm:pb-0">
          <SaveIndicator state={state} />
        </div>
        {seconds !== null && <TimeLeft seconds={seconds} mark={mark} />}
        {children}
        <span className="max-md:hidden">
          <IconButton icon="keyboard" label={t('keys')} onClick={onHelp} />
        </span>
        <span className="max-sm:hidden">
          <Button onClick={onHandIn}>{t('handIn')}</Button>
        </span>
      </div>
    </header>
  );
}
