import { useTranslation } from 'react-i18next';
import type { ReactNode, Ref } from 'react';
import { cx } from '../../../../components/ui/cx';
import { useMediaQuery } from '../../../../hooks/use-media-query';

export type Side = 'document' | 'questions';

interface ReviewWorkbenchProps {
  ref: Ref<HTMLElement>;
  top: ReactNode;
  document: ReactNode;
  questions: ReactNode;
  /** On a narrow screen, the side in sight. */
  side: Side;
  onSide: (side: Side) => void;
}

const SIDES = ['document', 'questions'] as const satisfies Side[];

/** Document and questions: side by side where there is room, else one at a time. */
export function ReviewWorkbench({ ref, top, side, onSide, ...panes }: ReviewWorkbenchProps) {
  const { t } = useTranslation('imports');
  const isWide = useMediaQuery('(min-width: 64rem)');
  return (
    <section
      ref={ref}
      aria-label={t('workbench')}
      className="flex h-[calc(100dvh-7rem)] min-h-112 -scroll-mt-12 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-sm sm:-scroll-mt-16"
    >
      {top}
      {!isWide && (
        <div className="grid grid-cols-2 border-b border-line">
          {SIDES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={side === one}
              onClick={() => onSide(one)}
              className={cx(
                'min-h-11 border-b-2 px-3 -outline-offset-2',
                side === one ? 'border-accent font-medium' : 'border-transparent text-ink-soft',
              )}
            >
              {t(`${one}Title`)}
            </button>
          ))}
        </div>
      )}
      <div className="grid min-h-0 flex-1 grid-rows-1 lg:grid-cols-2 lg:divide-x lg:divide-line">
        {SIDES.map((one) => (
          <section
            key={one}
            aria-label={t(`${one}Title`)}
            className={cx('flex min-h-0 min-w-0 flex-col', !isWide && side !== one && 'hidden')}
          >
            {isWide && (
              <h2 className="border-b border-line px-4 py-2 text-sm font-medium text-ink-soft">
                {t(`${one}Title`)}
              </h2>
            )}
            {panes[one]}
          </section>
        ))}
      </div>
    </section>
  );
}
