import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../../components/ui/cx';
import { Icon, type IconName } from '../../../../components/ui/icon';
import { VisuallyHidden } from '../../../../components/ui/visually-hidden';
import type { ReviewParagraph } from '../../../../lib/api/generated/types.gen';

const LOOKS: Record<ReviewParagraph['state'], { icon: IconName; tone: string; text: string }> = {
  used: { icon: 'check', tone: 'text-success', text: '' },
  ignored: { icon: 'eye-off', tone: 'text-ink-soft', text: 'text-ink-soft' },
  unresolved: { icon: 'flag', tone: 'text-warning', text: '' },
};

interface ParagraphRowProps {
  paragraph: ReviewParagraph;
  /** Of the question it belongs to, as students will see it. */
  questionNumber: number | null;
  marked: boolean;
  current: boolean;
  tabStop: boolean;
  onChoose: (byKeyboard: boolean) => void;
}

/** A paragraph of the document with what became of it. */
export function ParagraphRow(props: ParagraphRowProps) {
  const { paragraph, questionNumber, marked, current, tabStop, onChoose } = props;
  const { t } = useTranslation('imports');
  const { label, text, place, state } = paragraph;
  const look = LOOKS[state];
  const what =
    state === 'used' && questionNumber !== null
      ? t('usedIn', { number: questionNumber })
      : t(`paragraph_${state}`);
  return (
    <button
      type="button"
      data-row-focus
      tabIndex={tabStop ? 0 : -1}
      aria-current={current || undefined}
      onClick={(event: MouseEvent) => onChoose(event.detail === 0)}
      className={cx(
        'flex min-h-11 w-full items-start gap-3 border-s-4 px-3 py-2 text-start -outline-offset-2',
        marked ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-sunken',
      )}
    >
      <Icon name={look.icon} className={cx('mt-0.5', look.tone)} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        {place && (
          <span className="flex items-center gap-1.5 text-xs text-ink-soft">
            <Icon name="table" className="size-4" />
            {t('cell', { table: place.table + 1, row: place.row + 1, column: place.column + 1 })}
          </span>
        )}
        <span dir="auto" className={cx('break-words whitespace-pre-wrap', look.text)}>
          {label && <span className="me-2 font-medium text-ink-soft">{label}</span>}
          {text === '' ? <em className="text-ink-soft">{t('paragraphEmpty')}</em> : text}
        </span>
        {marked && <VisuallyHidden>{t('paragraphMarked')}</VisuallyHidden>}
      </span>
      <span
        className={cx('shrink-0 text-xs leading-6', state === 'used' ? 'text-ink-soft' : look.tone)}
      >
        {what}
      </span>
    </button>
  );
}
