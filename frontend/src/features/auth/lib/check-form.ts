import type { TFunction } from 'i18next';
import type { FormProblem } from './form-problem';

type Fields = FormProblem['fields'];

/** What the server would refuse anyway, told without asking it. */
export function checkLogIn(
  body: { email: string; password: string },
  t: TFunction<'auth'>,
): Fields {
  return {
    ...(!looksLikeEmail(body.email) && { email: t('emailInvalid') }),
    ...(body.password === '' && { password: t('passwordMissing') }),
  };
}

export function checkRegistration(
  body: { email: string; password: string; name: string },
  t: TFunction<'auth'>,
): Fields {
  const { length } = body.password;
  return {
    ...(body.name.trim() === '' && { name: t('nameInvalid') }),
    ...(!looksLikeEmail(body.email) && { email: t('emailInvalid') }),
    ...((length < 8 || length > 128) && { password: t('passwordInvalid') }),
  };
}

/** Catches slips; whether an address is valid is for the server to say. */
function looksLikeEmail(email: string): boolean {
  return /^\S+@\S+\.\S+$/.test(email.trim());
}
