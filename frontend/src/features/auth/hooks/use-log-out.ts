import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../components/ui/error-state';
import { showToast } from '../../../components/ui/toast-store';
import { postAuthLogout } from '../../../lib/api/generated/sdk.gen';
import { session } from '../../../lib/http/browser-session';

/** Ends the session on the server first: saying "logged out" while it lives on would be a lie. */
export function useLogOut() {
  const { t } = useTranslation('common');
  return useMutation({
    mutationFn: () => postAuthLogout(),
    onSuccess: () => {
      session.end();
      showToast({ message: t('loggedOut') });
    },
    onError: (error) => showToast({ tone: 'danger', message: describeError(error, t).title }),
  });
}
