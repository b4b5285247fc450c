import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';

interface SubmitDialogProps {
  open: boolean;
  /** Numbers (from 1) of the questions without an answer and of the flagged ones. */
  unanswered: number[];
  flagged: number[];
  onGo: (index: number) => void;
  onClose: () => void;
  onSubmit: () => void;
}

/** The last look before handing in: what has no answer and what was flagged, each one click away. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { open, unanswered, flagged, onGo, onClose, onSubmit } = props;
  const { t } = useTranslation('attempts');
  const { pathname } = useLocation();
  return (
    <Dialog
      open={open}
      title={t('submitTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('goOn')}</Button>
          <Button variant="primary" data-leads-to={`${pathname}/result`} onClick={onSubmit}>
            {t('handIn')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {unanswered.length === 0 ? (
          <p>{t('submitAllAnswered')}</p>
        ) : (
          <NumberList
            title={t('submitUnanswered', { count: unanswered.length })}
            numbers={unanswered}
            onGo={onGo}
          />
        )}
        {flagged.length > 0 && (
          <NumberList
            title={t('submitFlagged', { count: flagged.length })}
            numbers={flagged}
            onGo={onGo}
          />
        )}
        <p className="text-ink-soft">{t('submitFinal')}</p>
      </div>
    </Dialog>
  );
}

interface NumberListProps {
  title: string;
  numbers: number[];
  onGo: (index: number) => void;
}

function NumberList({ title, numbers, onGo }: NumberListProps) {
  const { t } = useTranslation('attempts');
  return (
    <div>
      <p>{title}</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {numbers.map((number) => (
          <li key={number}>
            <button
              type="button"
              aria-label={t('item', { number })}
              onClick={() => {
                onGo(number - 1);
              }}
              className="min-h-11 min-w-11 rounded-md border border-line-strong px-2 tabular-nums hover:bg-sunken"
            >
              {number}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
