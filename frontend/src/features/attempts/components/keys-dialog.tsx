import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/ui/dialog';
import { KeyList } from '../../../components/ui/key-list';

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('attempts');
  const rows = [
    { keys: ['1–9', 'A–J'], meaning: t('keyChoose') },
    { keys: ['←', '→', 'P', 'N'], meaning: t('keyMove') },
    { keys: ['F'], meaning: t('keyFlag') },
    { keys: ['?'], meaning: t('keyHelp') },
  ];
  return (
    <Dialog open={open} title={t('keysTitle')} onClose={onClose}>
      <KeyList rows={rows} />
      <p className="mt-5 text-sm text-ink-soft">{t('keyFlagNote')}</p>
      <p className="mt-2 text-sm text-ink-soft">{t('keyTyping')}</p>
    </Dialog>
  );
}
