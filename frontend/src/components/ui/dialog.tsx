import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx';
import { IconButton } from './icon-button';

interface DialogProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  /** Called by Escape, the cross and a press beside the dialog; left out, it can only be answered. */
  onClose?: () => void;
  /** `sheet`: from the lower edge on phones, from the side on wider screens. */
  variant?: 'center' | 'sheet';
}

const SHAPES = {
  center: 'm-auto max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] rounded-lg',
  sheet:
    'mx-0 mt-auto mb-0 max-h-[85dvh] w-full max-w-full rounded-t-lg pb-[env(safe-area-inset-bottom)] ' +
    'sm:ms-auto sm:mt-0 sm:h-dvh sm:max-h-dvh sm:w-96 sm:rounded-none',
} as const;

/**
 * A modal dialog on the browser's own `<dialog>`: the rest of the page is inert, Escape closes, and the
 * focus goes back to where it was. It begins at the first control, or at one marked `data-autofocus`. No style sheet is injected, which the content security policy would refuse.
 */
export function Dialog(props: DialogProps) {
  const { open, title, children, footer, onClose, variant = 'center' } = props;
  const { t } = useTranslation('common');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog.close();
  }, [open]);

  const closeFromBackdrop = (event: MouseEvent) => {
    if (event.target === ref.current) onClose?.();
  };

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // A browser closes at the second Escape whatever was said to the first: what must be answered comes back.
        if (open && !onClose && ref.current?.open === false) ref.current.showModal();
      }}
      onMouseDown={closeFromBackdrop}
      className={cx(
        'overflow-hidden border border-line bg-surface p-0 text-ink shadow-lg backdrop:bg-veil',
        'open:flex open:animate-rise open:flex-col',
        SHAPES[variant],
      )}
    >
      {open && (
        <>
          <div className="flex items-start justify-between gap-4 px-6 pt-5">
            <h2 id={titleId} className="text-xl">
              {title}
            </h2>
            {onClose && (
              <IconButton icon="x" label={t('close')} onClick={onClose} className="-me-3 -mt-2" />
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-3 pb-6">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4 max-sm:*:grow">
              {footer}
            </div>
          )}
        </>
      )}
    </dialog>
  );
}
