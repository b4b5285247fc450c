import { useTranslation } from 'react-i18next';
import { AuthPage } from '../components/auth-page';
import { RegisterForm } from '../components/register-form';

export function RegisterPage() {
  const { t } = useTranslation('auth');
  const other = { question: t('haveAccount'), path: '/login', label: t('logIn') };
  return (
    <AuthPage title={t('registerTitle')} lead={t('registerLead')} other={other}>
      <RegisterForm />
    </AuthPage>
  );
}
