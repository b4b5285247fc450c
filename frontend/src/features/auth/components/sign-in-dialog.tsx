import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/ui/dialog';
import type { User } from '../../../lib/api/generated/types.gen';
import { LogInForm } from './log-in-form';

/**
 * Over a page whose session has ended: the page keeps its state behind it, and goes on as soon as the
 * same user has signed in again, here or in another tab. It cannot be closed: nothing would be saved.
 */
export function SignInDialog({ user }: { user: User }) {
  const { t } = useTranslation('auth');
  return (
    <Dialog open title={t('sessionEndedTitle')}>
      <p className="mb-5 text-ink-soft">{t('sessionEndedText')}</p>
      <LogInForm email={user.email} />
    </Dialog>
  );
}
