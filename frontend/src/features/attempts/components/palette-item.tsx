import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon, type IconName } from '../../../components/ui/icon';
import type { Place } from '../lib/autosave-types';

export interface PaletteItemProps {
  index: number;
  current: boolean;
  answered: boolean;
  flagged: boolean;
  seen: boolean;
  place: Place;
  onGo: (index: number) => void;
}

const PLACE_ICONS: Partial<Record<Place, { icon: IconName; className: string }>> = {
  device: { icon: 'device', className: 'text-warning' },
  server: { icon: 'cloud', className: 'text-success' },
};

/** A question's place in the list: answered, flagged or unseen, and where its answer is kept. */
export const PaletteItem = memo(function PaletteItem(props: PaletteItemProps) {
  const { index, current, answered, flagged, seen, place, onGo } = props;
  const { t } = useTranslation('attempts');
  const mark = PLACE_ICONS[place];
  const state = answered ? t('stateAnswered') : seen ? t('stateUnanswered') : t('stateUnseen');
  const words = [
    t('item', { number: index + 1 }),
    state,
    flagged && t('stateFlagged'),
    place === 'server' && t('placeServer'),
    place === 'device' && t('placeDevice'),
    place === 'choosing' && t('placeChoosing'),
  ];
  return (
    <button
      type="button"
      aria-current={current ? 'step' : undefined}
      aria-label={words.filter(Boolean).join(', ')}
      onClick={() => {
        onGo(index);
      }}
      className={cx(
        'relative flex h-12 min-w-11 flex-col items-center justify-center rounded-md border text-sm tabular-nums',
        answered && 'border-accent/40 bg-accent-soft font-semibold text-ink',
        !answered && seen && 'border-line-strong bg-surface text-ink',
        !answered && !seen && 'border-dashed border-line-strong text-ink-soft',
        current && 'ring-2 ring-accent ring-offset-2 ring-offset-canvas',
      )}
    >
      <span className="leading-4">{index + 1}</span>
      <span className="flex h-3.5 items-center">
        {mark && <Icon name={mark.icon} className={cx('size-3.5', mark.className)} />}
      </span>
      {flagged && (
        <span className="absolute -end-1 -top-1 flex size-4.5 items-center justify-center rounded-full bg-warning-soft text-warning">
          <Icon name="flag" className="size-3" />
        </span>
      )}
    </button>
  );
});
