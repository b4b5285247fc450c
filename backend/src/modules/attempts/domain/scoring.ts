import {
  isAnswered,
  type AnswerValue,
  type GradableQuestion,
  type SavedAnswers,
} from './answers.js';
import { matchesNumber } from './numeric-answer.js';
import { matchesText } from './text-answer.js';

/** One question graded. `earned` has at most two decimals; `correct` means fully right. */
export interface GradedAnswer {
  questionId: string;
  value: AnswerValue;
  correct: boolean;
  earned: number;
}

/** A whole attempt graded, a row a question; sums have at most two decimals. */
export interface Grade {
  answers: GradedAnswer[];
  score: number;
  maxScore: number;
  passed: boolean;
  answered: number;
}

/** Sums are made in hundredths: fractions of two decimals add up exactly there. */
const cents = (points: number) => Math.round(points * 100);

/**
 * The share of the points a multiple choice earns, 0–1. With partial credit each wrong tick takes
 * back one right one, so that ticking everything earns nothing extra.
 */
function choiceShare(question: GradableQuestion, chosen: readonly string[]): number {
  const ticks = new Set(chosen);
  const right = question.options.filter((option) => option.correct);
  const hits = right.filter((option) => ticks.has(option.id)).length;
  const misses = ticks.size - hits;
  if (right.length === 0) return 0;
  if (hits === right.length && misses === 0) return 1;
  return question.partialCredit ? Math.max(0, hits - misses) / right.length : 0;
}

function typedIsRight(question: GradableQuestion, typed: string): boolean {
  const key = question.answer;
  if (key === null) return false;
  if ('accepted' in key) return matchesText(typed, key.accepted);
  return matchesNumber(typed, key.value, key.tolerance);
}

function shareEarned(question: GradableQuestion, value: AnswerValue): number {
  if (value === null || !isAnswered(value)) return 0;
  switch (question.type) {
    case 'MULTIPLE_CHOICE':
      return Array.isArray(value) ? choiceShare(question, value) : 0;
    case 'SINGLE_CHOICE':
    case 'TRUE_FALSE':
      return question.options.some((option) => option.correct && option.id === value) ? 1 : 0;
    case 'SHORT_ANSWER':
    case 'NUMERIC':
      return typeof value === 'string' && typedIsRight(question, value) ? 1 : 0;
  }
}

/** Grades one answer; null is a question left unanswered. */
export function gradeAnswer(question: GradableQuestion, value: AnswerValue): GradedAnswer {
  const share = shareEarned(question, value);
  const earned = Math.round(cents(question.points) * share) / 100;
  return { questionId: question.id, value, correct: share === 1, earned };
}

/** Grades an attempt; passed when the score is at least `passPercent` of the points to be had. */
export function gradeAttempt(
  questions: readonly GradableQuestion[],
  saved: SavedAnswers,
  passPercent: number,
): Grade {
  const answers = questions.map((question) =>
    gradeAnswer(question, saved[question.id]?.value ?? null),
  );
  const score = answers.reduce((sum, answer) => sum + cents(answer.earned), 0);
  const maxScore = questions.reduce((sum, question) => sum + cents(question.points), 0);
  return {
    answers,
    score: score / 100,
    maxScore: maxScore / 100,
    passed: score * 100 >= maxScore * passPercent,
    answered: answers.filter((answer) => isAnswered(answer.value)).length,
  };
}
