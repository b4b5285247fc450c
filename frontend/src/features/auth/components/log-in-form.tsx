import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { TextField } from '../../../components/ui/text-field';
import { logIn } from '../api/sign-in';
import { useAuthForm } from '../hooks/use-auth-form';
import { checkLogIn } from '../lib/check-form';
import { formText } from '../lib/form-text';
import { FormNotice } from './form-notice';
import { PasswordField } from './password-field';

interface LogInFormProps {
  /** Given: the address is set, as when one comes back to a page. */
  email?: string;
}

export function LogInForm({ email }: LogInFormProps) {
  const { t } = useTranslation('auth');
  const { formRef, onSubmit, isPending, error, problem } = useAuthForm({
    read: (data) => ({ email: formText(data, 'email'), password: formText(data, 'password') }),
    check: (body) => checkLogIn(body, t),
    send: logIn,
  });

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
      <FormNotice problem={problem} error={error} />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        defaultValue={email}
        readOnly={email !== undefined}
        required
        error={problem.fields.email}
      />
      <PasswordField
        autoComplete="current-password"
        error={problem.fields.password}
        autoFocus={email !== undefined}
      />
      <Button type="submit" variant="primary" busy={isPending}>
        {t('logIn')}
      </Button>
    </form>
  );
}
