import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon';
import { useOnline } from '../../hooks/use-online';

export function OfflineBanner() {
  const { t } = useTranslation('common');
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="page-x flex items-center justify-center gap-2 bg-warning-soft py-2.5 text-sm font-medium text-warning">
          <Icon name="cloud-off" />
          {t('offlineBanner')}
        </p>
      )}
    </div>
  );
}
