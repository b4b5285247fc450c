import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/ui/dialog';

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('attempts');
  const rows: [string[], string][] = [
    [['1–9', 'A–J'], t('keyChoose')],
    [['←', '→', 'P', 'N'], t('keyMove')],
    [['F'], t('keyFlag')],
    [['?'], t('keyHelp')],
  ];
  return (
    <Dialog open={open} title={t('keysTitle')} onClose={onClose}>
      <dl className="flex flex-col gap-3">
        {rows.map(([keys, meaning]) => (
          <div key={meaning} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <dt className="flex w-36 gap-1.5">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-8 rounded-sm border border-line-strong bg-sunken px-2 py-1 text-center font-mono text-sm"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 text-sm text-ink-soft">{t('keyFlagNote')}</p>
      <p className="mt-2 text-sm text-ink-soft">{t('keyTyping')}</p>
    </Dialog>
  );
}
