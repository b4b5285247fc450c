import { useTranslation } from 'react-i18next';
import type { RateLimitCaller } from '../../../lib/api/generated/types.gen';

/** Whose requests were counted: a user by name, an address, or an account that nobody is signed in to. */
export function CallerName({ caller }: { caller: RateLimitCaller }) {
  const { t } = useTranslation('operations');
  const { kind, id, user } = caller;
  return (
    <>
      <span dir="auto" className="font-medium wrap-anywhere">
        {user ? user.name : <code className="font-mono text-sm">{id}</code>}
      </span>
      <span className="block text-sm wrap-anywhere text-ink-soft">
        {user ? user.email : t(`caller_${kind}`)}
      </span>
    </>
  );
}
