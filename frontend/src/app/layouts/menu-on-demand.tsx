import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorLine } from '../../components/ui/error-state';
import type { IconName } from '../../components/ui/icon';
import { IconButton } from '../../components/ui/icon-button';
import { showToast } from '../../components/ui/toast-store';
import { NetworkError } from '../../lib/http/api-error';

type OpenedMenu = () => ReactNode;

interface MenuOnDemandProps {
  icon: IconName;
  label: string;
  /** Brings the menu, which opens when it is shown first. */
  load: () => Promise<OpenedMenu>;
}

/**
 * The button of a menu. Menus are a sixth of all script: theirs is loaded when somebody is about to open one,
 * and the button stays where it is.
 */
export function MenuOnDemand({ icon, label, load }: MenuOnDemandProps) {
  const { t } = useTranslation('common');
  const [Opened, setOpened] = useState<OpenedMenu | null>(null);
  const [wanted, setWanted] = useState(false);
  if (Opened) return <Opened />;

  const prepare = () => {
    // Told when it is asked for: it may yet come by then.
    load().catch(() => undefined);
  };
  const open = () => {
    if (wanted) return;
    setWanted(true);
    load().then(
      (menu) => setOpened(() => menu),
      (cause: unknown) => {
        setWanted(false);
        showToast({ tone: 'danger', message: errorLine(new NetworkError('', cause), t) });
      },
    );
  };
  return (
    <IconButton
      icon={icon}
      label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-busy={wanted || undefined}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={open}
    />
  );
}
