import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { TextField } from '../../../components/ui/text-field';
import { register } from '../api/sign-in';
import { useAuthForm } from '../hooks/use-auth-form';
import { checkRegistration } from '../lib/check-form';
import { formText } from '../lib/form-text';
import { FormNotice } from './form-notice';
import { PasswordField } from './password-field';

export function RegisterForm() {
  const { t } = useTranslation('auth');
  const { formRef, onSubmit, isPending, error, problem } = useAuthForm({
    read: (data) => ({
      name: formText(data, 'name'),
      email: formText(data, 'email'),
      password: formText(data, 'password'),
    }),
    check: (body) => checkRegistration(body, t),
    send: register,
  });

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
      <FormNotice problem={problem} error={error} />
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={100}
        required
        error={problem.fields.name}
      />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
        required
        error={problem.fields.email}
      />
      <PasswordField
        autoComplete="new-password"
        hint={t('passwordRules')}
        error={problem.fields.password}
      />
      <Button type="submit" variant="primary" busy={isPending}>
        {t('createAccount')}
      </Button>
    </form>
  );
}
