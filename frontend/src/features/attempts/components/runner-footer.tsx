import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';

interface RunnerFooterProps {
  position: number;
  total: number;
  onGo: (index: number) => void;
  onPalette: () => void;
  onHandIn: () => void;
}

/** Previous and next, in reach of the thumb; on phones the list of questions between them. */
export function RunnerFooter({ position, total, onGo, onPalette, onHandIn }: RunnerFooterProps) {
  const { t } = useTranslation('attempts');
  const last = position === total - 1;
  return (
    <div
      data-foot
      className="sticky bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <div className="page-x mx-auto flex max-w-page flex-wrap items-center justify-between gap-2 py-2">
        <Button
          icon="arrow-left"
          disabled={position === 0}
          onClick={() => {
            onGo(position - 1);
          }}
        >
          <span className="max-sm:sr-only">{t('previous')}</span>
        </Button>
        <span className="lg:hidden">
          <Button
            variant="ghost"
            icon="list"
            aria-label={t('paletteOpen', { number: position + 1, total })}
            onClick={onPalette}
            className="whitespace-nowrap tabular-nums"
          >
            {position + 1} / {total}
          </Button>
        </span>
        <Button
          variant="primary"
          onClick={() => {
            if (last) onHandIn();
            else onGo(position + 1);
          }}
        >
          {last ? t('toHandIn') : t('next')}
        </Button>
      </div>
    </div>
  );
}
