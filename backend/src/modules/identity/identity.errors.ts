import { AppError } from '../../shared/app-error.js';

export function emailTaken(): AppError {
  return new AppError('EMAIL_TAKEN', 'conflict', 'An account with this e-mail exists already.');
}

export function passwordTooCommon(): AppError {
  const message = 'This password is among the first that are guessed. Choose another one.';
  return new AppError('PASSWORD_TOO_COMMON', 'invalid', message, {
    errors: [{ path: 'password', message }],
  });
}

/** The same for an unknown e-mail, a wrong password and a disabled account: nothing is given away. */
export function invalidCredentials(): AppError {
  return new AppError(
    'INVALID_CREDENTIALS',
    'unauthenticated',
    'The e-mail and the password do not belong together.',
  );
}

export function signInBusy(): AppError {
  return new AppError(
    'SIGN_IN_BUSY',
    'unavailable',
    'Too many people are signing in at this moment. Try again in a few seconds.',
    { retryAfterSeconds: 5 },
  );
}

/** An access token that is missing its signature, its time or its purpose. */
export function invalidToken(): AppError {
  return new AppError('UNAUTHENTICATED', 'unauthenticated', 'Sign in to continue.');
}

export function sessionExpired(): AppError {
  return new AppError('SESSION_EXPIRED', 'unauthenticated', 'You are signed out. Sign in again.');
}

export function sessionRevoked(): AppError {
  return new AppError(
    'SESSION_REVOKED',
    'unauthenticated',
    'This session was ended. Sign in again.',
  );
}
