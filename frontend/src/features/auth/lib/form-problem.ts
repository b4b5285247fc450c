import type { TFunction } from 'i18next';
import { describeError } from '../../../components/ui/error-state';
import { ApiError } from '../../../lib/http/api-error';

export interface FormProblem {
  /** Per field, under it. */
  fields: Partial<Record<'email' | 'password' | 'name', string>>;
  /** Of the form as a whole, above it. */
  form: { title: string; advice: string } | null;
}

type Translate = TFunction<'auth'>;

/** A refused log in or register, as texts beside the fields they are about. */
export function formProblem(
  error: unknown,
  t: Translate,
  tCommon: TFunction<'common'>,
): FormProblem {
  if (error === null) return { fields: {}, form: null };
  if (!(error instanceof ApiError)) return { fields: {}, form: describeError(error, tCommon) };
  switch (error.code) {
    case 'INVALID_CREDENTIALS':
      return { fields: {}, form: { title: t('wrongTitle'), advice: t('wrongAdvice') } };
    case 'EMAIL_TAKEN':
      return { fields: { email: t('emailTaken') }, form: null };
    case 'PASSWORD_TOO_COMMON':
      return { fields: { password: t('passwordTooCommon') }, form: null };
    case 'VALIDATION_FAILED':
      return { fields: fieldTexts(error, t), form: null };
    default:
      return { fields: {}, form: describeError(error, tCommon) };
  }
}

function fieldTexts(error: ApiError, t: Translate): FormProblem['fields'] {
  const wrong = new Set(error.errors.map(({ path }) => path.split('.').at(-1)));
  return {
    ...(wrong.has('email') && { email: t('emailInvalid') }),
    ...(wrong.has('password') && { password: t('passwordInvalid') }),
    ...(wrong.has('name') && { name: t('nameInvalid') }),
  };
}
