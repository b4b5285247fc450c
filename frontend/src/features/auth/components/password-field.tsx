import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTROL_CLASS, FieldFrame, fieldDescription } from '../../../components/ui/field';
import { IconButton } from '../../../components/ui/icon-button';

interface PasswordFieldProps {
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string;
  /** The first control to be used when its dialog opens. */
  autoFocus?: boolean;
}

/** A password that can be looked at before it is sent. */
export function PasswordField({ autoComplete, hint, error, autoFocus }: PasswordFieldProps) {
  const { t } = useTranslation('auth');
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame id={id} label={t('password')} hint={hint} error={error}>
      <div className="relative">
        <input
          id={id}
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={128}
          required
          data-autofocus={autoFocus || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={fieldDescription(id, { hint, error })}
          className={`${CONTROL_CLASS} pe-12`}
        />
        <IconButton
          icon={shown ? 'eye-off' : 'eye'}
          label={shown ? t('hidePassword') : t('showPassword')}
          onClick={() => setShown(!shown)}
          className="absolute end-0 top-0"
        />
      </div>
    </FieldFrame>
  );
}
