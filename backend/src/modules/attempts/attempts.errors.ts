import { AppError } from '../../shared/app-error.js';
import type { SavedAnswers } from './domain/answers.js';
import type { AnswerProblem } from './domain/answer-check.js';

/** 409: nothing more is saved once an attempt was submitted or its time is up. */
export function attemptClosed(): AppError {
  return new AppError(
    'ATTEMPT_CLOSED',
    'conflict',
    'This attempt was submitted or its time is up; it can no longer be changed.',
  );
}

/** 409: a result exists once the attempt is submitted. */
export function attemptOpen(): AppError {
  return new AppError('ATTEMPT_OPEN', 'conflict', 'This attempt has not been submitted yet.');
}

/** 409 with the server's copy, for a three-way merge. */
export function versionConflict(version: number, answers: SavedAnswers): AppError {
  return new AppError(
    'VERSION_CONFLICT',
    'conflict',
    'Another window or device saved answers meanwhile.',
    { server: { version, answers } },
  );
}

/** 422: one sequence number cannot stand for two contents. */
export function mutationReused(): AppError {
  return new AppError(
    'MUTATION_REUSED',
    'invalid',
    'This sequence number was already used for other answers.',
  );
}

/** 422 with the path of the answer that does not fit the quiz. */
export function answerRefused({ code, index, message }: AnswerProblem): AppError {
  const path = index === null ? 'answers' : `answers.${index}`;
  return new AppError(code, 'invalid', `An answer does not fit this quiz: ${message}.`, {
    errors: [{ path, message }],
  });
}

/** 409: every attempt the quiz allows is used. */
export function attemptsExhausted(attemptsAllowed: number): AppError {
  return new AppError(
    'ATTEMPTS_EXHAUSTED',
    'conflict',
    'You have used every attempt this quiz allows.',
    { attemptsAllowed },
  );
}

/** 409: before the opening or after the closing time. */
export function quizNotOpen(opensAt: Date | null, closesAt: Date | null): AppError {
  return new AppError('QUIZ_NOT_OPEN', 'conflict', 'This quiz is not open now.', {
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
  });
}

/** 403: the quiz does not show its answers, or not yet. */
export function reviewNotAllowed(): AppError {
  return new AppError(
    'REVIEW_NOT_ALLOWED',
    'forbidden',
    'The answers of this quiz cannot be looked at, or not yet.',
  );
}
