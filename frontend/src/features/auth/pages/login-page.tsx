import { useTranslation } from 'react-i18next';
import { AuthPage } from '../components/auth-page';
import { LogInForm } from '../components/log-in-form';

export function LoginPage() {
  const { t } = useTranslation('auth');
  const other = { question: t('noAccountYet'), path: '/register', label: t('createAccount') };
  return (
    <AuthPage title={t('logInTitle')} lead={t('logInLead')} other={other}>
      <LogInForm />
    </AuthPage>
  );
}
