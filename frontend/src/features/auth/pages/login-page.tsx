import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../../hooks/use-session';
import { AuthCard } from '../components/auth-card';
import { LogInForm } from '../components/log-in-form';
import { safeNext } from '../lib/login-path';

/** Once signed in, here or in another tab, one goes on to where one was going. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const { status } = useSession();
  const [search] = useSearchParams();
  if (status === 'signed-in') return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <AuthCard
      title={t('logInTitle')}
      lead={t('logInLead')}
      footer={
        <>
          {t('noAccountYet')}{' '}
          <Link
            to={{ pathname: '/register', search: search.toString() }}
            className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
          >
            {t('createAccount')}
          </Link>
        </>
      }
    >
      <LogInForm />
    </AuthCard>
  );
}
