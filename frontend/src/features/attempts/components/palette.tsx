import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/ui/icon';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import { isAnswered } from '../lib/answers';
import type { QuestionState } from '../lib/autosave-types';
import type { Marks } from '../lib/marks';
import { PaletteItem } from './palette-item';

export interface PaletteProps {
  questions: AttemptQuestion[];
  states: Readonly<Record<string, QuestionState>>;
  marks: Marks;
  position: number;
  onGo: (index: number) => void;
}

export function Palette({ questions, states, marks, position, onGo }: PaletteProps) {
  const flagged = new Set(marks.flagged);
  const seen = new Set(marks.seen);
  return (
    <>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-2.5">
        {questions.map(({ id }, index) => (
          <li key={id} className="grid">
            <PaletteItem
              index={index}
              current={index === position}
              answered={isAnswered(states[id]?.value)}
              flagged={flagged.has(id)}
              seen={seen.has(id)}
              place={states[id]?.place ?? 'none'}
              onGo={onGo}
            />
          </li>
        ))}
      </ol>
      <Legend />
    </>
  );
}

function Legend() {
  const { t } = useTranslation('attempts');
  return (
    <ul
      aria-label={t('legend')}
      className="mt-5 flex flex-wrap gap-x-4 gap-y-2 text-xs text-ink-soft"
    >
      <li className="flex items-center gap-1.5">
        <span className="size-3.5 rounded-sm border border-accent/40 bg-accent-soft" />
        {t('stateAnswered')}
      </li>
      <li className="flex items-center gap-1.5">
        <span className="size-3.5 rounded-sm border border-dashed border-line-strong" />
        {t('stateUnseen')}
      </li>
      <li className="flex items-center gap-1.5">
        <Icon name="flag" className="size-3.5 text-warning" />
        {t('stateFlagged')}
      </li>
      <li className="flex items-center gap-1.5">
        <Icon name="device" className="size-3.5 text-warning" />
        {t('placeDevice')}
      </li>
      <li className="flex items-center gap-1.5">
        <Icon name="cloud" className="size-3.5 text-success" />
        {t('placeServer')}
      </li>
    </ul>
  );
}
