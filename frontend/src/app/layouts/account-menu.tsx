import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { IconButton } from '../../components/ui/icon-button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../components/ui/menu';
import { useLogOut } from '../../features/auth/hooks/use-log-out';
import type { User } from '../../lib/api/generated/types.gen';

export function AccountMenu({ user }: { user: User }) {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const logOut = useLogOut();
  const leave = async () => {
    // The page is left first: one that needs a session would send on to the log-in page.
    await navigate('/');
    logOut.mutate();
  };
  return (
    <Menu trigger={<IconButton icon="user" label={t('accountOf', { name: user.name })} />}>
      <MenuLabel>
        <span className="block truncate font-medium text-ink">{user.name}</span>
        <span className="block truncate">{user.email}</span>
        {user.role === 'ADMIN' && <span className="block">{t('roleAdmin')}</span>}
      </MenuLabel>
      <MenuSeparator />
      <MenuItem icon="log-out" onSelect={() => void leave()}>
        {t('logOut')}
      </MenuItem>
    </Menu>
  );
}
