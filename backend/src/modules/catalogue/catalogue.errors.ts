import { AppError } from '../../shared/app-error.js';

export function quizNotDraft(): AppError {
  const detail =
    'Students may have started this quiz: its questions and rules can no longer change.';
  return new AppError('QUIZ_NOT_DRAFT', 'conflict', detail);
}

export function quizEmpty(): AppError {
  return new AppError('QUIZ_EMPTY', 'conflict', 'A quiz without questions cannot be published.');
}

export function quizHasErrors(questions: { position: number; codes: string[] }[]): AppError {
  const detail = `${questions.length} of the questions must be settled before the quiz can be published.`;
  return new AppError('QUIZ_HAS_ERRORS', 'conflict', detail, { questions });
}

export function unknownOption(): AppError {
  return new AppError('UNKNOWN_OPTION', 'invalid', 'This question has no such option.');
}

export function unknownPicture(): AppError {
  return new AppError('UNKNOWN_PICTURE', 'invalid', 'This quiz has no such picture.');
}

export function answerMismatch(): AppError {
  const detail =
    'Only a typed question has accepted answers, and only a choice question has options.';
  return new AppError('ANSWER_MISMATCH', 'invalid', detail);
}
