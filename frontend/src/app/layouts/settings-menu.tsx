import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/icon-button';
import { Menu, MenuChoices, MenuSeparator } from '../../components/ui/menu';
import { useLocale } from '../../hooks/use-locale';
import { useTheme } from '../../hooks/use-theme';
import { changeLocale } from '../../lib/i18n/i18n';
import { LOCALES, LOCALE_NAMES, isLocale } from '../../lib/i18n/locales';
import { changeTheme, isTheme } from '../../lib/theme/theme';

/** Theme and language; open to everybody, signed in or not. */
export function SettingsMenu() {
  const { t } = useTranslation('common');
  const theme = useTheme();
  const locale = useLocale();
  return (
    <Menu trigger={<IconButton icon="settings" label={t('settings')} />}>
      <MenuChoices
        label={t('theme')}
        value={theme}
        onChange={(value) => isTheme(value) && changeTheme(value)}
        choices={[
          { value: 'system', label: t('themeSystem'), icon: 'monitor' },
          { value: 'light', label: t('themeLight'), icon: 'sun' },
          { value: 'dark', label: t('themeDark'), icon: 'moon' },
        ]}
      />
      <MenuSeparator />
      <MenuChoices
        label={t('language')}
        value={locale}
        onChange={(value) => isLocale(value) && void changeLocale(value)}
        choices={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
      />
    </Menu>
  );
}
