import { AppError } from '../../../shared/app-error.js';

/** 409: more time can only be given where there is a limit. */
export function noTimeLimit(): AppError {
  return new AppError('NO_TIME_LIMIT', 'conflict', 'This attempt has no time limit.');
}

/** 409: a deadline cannot be set while the clock stands still. */
export function attemptPaused(): AppError {
  return new AppError('ATTEMPT_PAUSED', 'conflict', 'This attempt is paused. Let it go on first.');
}

/** 422: the attempt would be over at once. */
export function deadlinePast(): AppError {
  return new AppError('DEADLINE_PAST', 'invalid', 'This deadline has passed already.');
}

/** 403: the quiz does not let students stop the clock. */
export function pauseNotAllowed(): AppError {
  return new AppError('PAUSE_NOT_ALLOWED', 'forbidden', 'This quiz cannot be paused.');
}

/** 409: what staff stopped, staff let go on. */
export function pausedByStaff(): AppError {
  return new AppError('PAUSED_BY_STAFF', 'conflict', 'Your teacher has paused this attempt.');
}

/** 422: one request id cannot stand for two requests. */
export function requestReused(): AppError {
  return new AppError('REQUEST_REUSED', 'invalid', 'This request id was used for something else.');
}
