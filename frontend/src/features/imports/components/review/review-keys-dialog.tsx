import { useTranslation } from 'react-i18next';
import { KeyList } from '../../../../components/ui/key-list';
import { Dialog } from '../../../../components/ui/dialog';

export function ReviewKeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('imports');
  return (
    <Dialog open={open} title={t('keysTitle')} onClose={onClose}>
      <KeyList
        rows={[
          { keys: ['N', 'P'], meaning: t('keyProblems') },
          { keys: ['↑', '↓'], meaning: t('keyArrows') },
          { keys: ['Enter'], meaning: t('keyEnter') },
          { keys: ['?'], meaning: t('keyHelp') },
        ]}
      />
      <p className="mt-5 text-sm text-ink-soft">{t('keyTyping')}</p>
    </Dialog>
  );
}
