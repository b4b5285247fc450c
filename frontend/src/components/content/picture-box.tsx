import type { ReactNode } from 'react';
import { cx } from '../ui/cx';
import { Icon } from '../ui/icon';

interface PictureBoxProps {
  children: ReactNode;
  /** The place the picture would take, in CSS pixels. */
  width?: number;
  height?: number;
}

/** Where a picture belongs that cannot be shown: a labelled box, never a broken image. */
export function PictureBox({ children, width, height }: PictureBoxProps) {
  return (
    <span
      style={{ minWidth: width, minHeight: height }}
      className={cx(
        'inline-flex max-w-full items-center justify-center gap-2 rounded-md px-3 py-2 align-middle',
        'border border-dashed border-line-strong bg-sunken text-sm text-ink-soft',
      )}
    >
      <Icon name="alert" className="size-4 shrink-0" />
      <span>{children}</span>
    </span>
  );
}
