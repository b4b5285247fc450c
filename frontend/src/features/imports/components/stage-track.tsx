import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon } from '../../../components/ui/icon';
import { ProgressBar } from '../../../components/ui/progress-bar';
import { useFormat } from '../../../hooks/use-format';
import type { ImportStage, ImportSummary } from '../../../lib/api/generated/types.gen';

const STAGES = [
  'UPLOADED',
  'READING',
  'RECOGNISING',
  'SAVING',
  'READY',
] as const satisfies readonly ImportStage[];

/** How far a file has come: what is done, what is being done, what is to come. */
export function StageTrack({
  item,
}: {
  item: Pick<ImportSummary, 'stage' | 'progress' | 'fileName'>;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const current = STAGES.indexOf(item.stage);
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            aria-current={index === current ? 'step' : undefined}
            className={cx(
              'flex items-center gap-1.5',
              index === current ? 'font-medium text-accent' : 'text-ink-soft',
              index > current && 'max-sm:hidden',
            )}
          >
            {index < current && <Icon name="check" className="size-4" />}
            {t(`stage${stage}`)}
          </li>
        ))}
      </ol>
      <div className="flex items-center gap-3">
        <ProgressBar label={t('progressOf', { name: item.fileName })} value={item.progress} />
        <span className="w-12 text-end text-sm text-ink-soft tabular-nums">
          {format.percent(item.progress)}
        </span>
      </div>
    </div>
  );
}
