import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/icon-button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../components/ui/menu';
import { useLogOut } from '../../features/auth/hooks/use-log-out';
import { useSession } from '../../hooks/use-session';

export function AccountMenu() {
  const { t } = useTranslation('common');
  const { user } = useSession();
  const logOut = useLogOut();
  if (!user) return null;
  return (
    <Menu trigger={<IconButton icon="user" label={t('accountOf', { name: user.name })} />}>
      <MenuLabel>
        <span className="block truncate font-medium text-ink">{user.name}</span>
        <span className="block truncate">{user.email}</span>
        {user.role === 'ADMIN' && <span className="block">{t('roleAdmin')}</span>}
      </MenuLabel>
      <MenuSeparator />
      <MenuItem icon="log-out" onSelect={() => logOut.mutate()}>
        {t('logOut')}
      </MenuItem>
    </Menu>
  );
}
