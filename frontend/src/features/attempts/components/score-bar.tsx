import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { useFormat } from '../../../hooks/use-format';

interface ScoreBarProps {
  percent: number;
  passPercent: number;
  passed: boolean;
}

/** A picture of what the text beside it says: the score as a bar, the pass mark as a notch. */
export function ScoreBar({ percent, passPercent, passed }: ScoreBarProps) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  return (
    <div className="mt-5">
      <div className="relative" aria-hidden="true">
        <div className="h-3 overflow-hidden rounded-full bg-sunken">
          <div
            className={cx('h-full rounded-full', passed ? 'bg-success' : 'bg-danger')}
            style={{ width: `${String(percent)}%` }}
          />
        </div>
        <span
          className="absolute -top-1 h-5 w-0.5 -translate-x-1/2 rounded-full bg-ink rtl:translate-x-1/2"
          style={{ insetInlineStart: `${String(passPercent)}%` }}
        />
      </div>
      <p className="mt-3 text-sm text-ink-soft">
        {t('passMark', { percent: format.percent(passPercent) })}
      </p>
    </div>
  );
}
