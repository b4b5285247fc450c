import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx';
import { Icon, type IconName } from './icon';
import { IconButton } from './icon-button';
import { currentToasts, dismissToast, subscribeToasts, type Toast } from './toast-store';

const PLAIN_MS = 5_000;
const WITH_ACTION_MS = 8_000;

const ICONS: Record<Toast['tone'], { name: IconName; className: string }> = {
  neutral: { name: 'info', className: 'text-ink-soft' },
  success: { name: 'check-circle', className: 'text-success' },
  danger: { name: 'alert', className: 'text-danger' },
};

/** Where toasts appear; mounted once. Announced politely, and never takes the focus. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(1rem+var(--foot,0rem)+env(safe-area-inset-bottom))] z-50 flex flex-col items-center gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation('common');
  const [held, setHeld] = useState(false);
  const { id, action } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), action ? WITH_ACTION_MS : PLAIN_MS);
    return () => clearTimeout(timer);
  }, [id, action, held]);

  return (
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-md animate-rise items-center gap-3 rounded-md border border-line bg-surface py-1 ps-4 pe-1 shadow-lg"
    >
      <Icon name={ICONS[toast.tone].name} className={cx(ICONS[toast.tone].className)} />
      <p className="min-w-0 flex-1 py-2 text-sm">{toast.message}</p>
      {action && (
        <button
          type="button"
          onClick={() => dismissToast(id, true)}
          className="min-h-11 rounded-sm px-3 text-sm font-medium text-accent hover:bg-accent-soft"
        >
          {action.label}
        </button>
      )}
      <IconButton icon="x" label={t('close')} onClick={() => dismissToast(id)} />
    </div>
  );
}
