import type { AdminQuestion, AdminQuizDetail } from '../../../lib/api/generated/types.gen';

export interface NumberedQuestion {
  /** As a student will see it: 1, 2, 3 … without gaps. */
  number: number;
  question: AdminQuestion;
}

/** True when the question keeps the quiz from being published. */
export function isBlocked(question: AdminQuestion): boolean {
  return question.diagnostics.some(({ severity }) => severity === 'error');
}

/** The questions that are left, in their order. */
export function numbered(quiz: AdminQuizDetail, removed: ReadonlySet<string>): NumberedQuestion[] {
  return quiz.questions
    .filter(({ id }) => !removed.has(id))
    .toSorted((a, b) => a.position - b.position)
    .map((question, index) => ({ number: index + 1, question }));
}

/** The quiz with one question put in place of its older self. */
export function withQuestion(quiz: AdminQuizDetail, changed: AdminQuestion): AdminQuizDetail {
  const questions = quiz.questions.map((old) => (old.id === changed.id ? changed : old));
  return { ...quiz, questions, errorCount: questions.filter(isBlocked).length };
}

/** The quiz without one question. */
export function withoutQuestion(quiz: AdminQuizDetail, questionId: string): AdminQuizDetail {
  const questions = quiz.questions.filter(({ id }) => id !== questionId);
  return {
    ...quiz,
    questions,
    questionCount: questions.length,
    errorCount: questions.filter(isBlocked).length,
  };
}
