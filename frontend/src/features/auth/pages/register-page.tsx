import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../../hooks/use-session';
import { AuthCard } from '../components/auth-card';
import { RegisterForm } from '../components/register-form';
import { safeNext } from '../lib/login-path';

export function RegisterPage() {
  const { t } = useTranslation('auth');
  const { status } = useSession();
  const [search] = useSearchParams();
  if (status === 'signed-in') return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <AuthCard
      title={t('registerTitle')}
      lead={t('registerLead')}
      footer={
        <>
          {t('haveAccount')}{' '}
          <Link
            to={{ pathname: '/login', search: search.toString() }}
            className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
          >
            {t('logIn')}
          </Link>
        </>
      }
    >
      <RegisterForm />
    </AuthCard>
  );
}
