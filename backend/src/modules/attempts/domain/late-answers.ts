import { isAnswered, sameValue, type AnswerChange, type SavedAnswers } from './answers.js';

/** Bounds what a page that keeps asking can add to an attempt. */
const MOST_LATE_FLAGS = 10;

/** Answers that came when the attempt was closed: not graded, kept for staff. `at` is an ISO date-time. */
export interface LateFlag {
  code: 'ANSWERS_AFTER_SUBMIT' | 'ANSWERS_AFTER_DEADLINE';
  at: string;
  clientId: string;
  seq: number;
  answers: AnswerChange[];
}

/** What of `changes` differs from what was graded; no answer, a blank and an empty choice are one. */
export function findLate(graded: SavedAnswers, changes: readonly AnswerChange[]): AnswerChange[] {
  return changes.filter(({ questionId, value }) => {
    const counted = graded[questionId]?.value ?? null;
    if (!isAnswered(counted) && !isAnswered(value)) return false;
    return !sameValue(counted, value);
  });
}

function isLateFlag(flag: { code: string }): flag is LateFlag {
  return flag.code === 'ANSWERS_AFTER_SUBMIT' || flag.code === 'ANSWERS_AFTER_DEADLINE';
}

function saySame(a: readonly AnswerChange[], b: readonly AnswerChange[]): boolean {
  const values = new Map(a.map(({ questionId, value }) => [questionId, value]));
  return (
    a.length === b.length &&
    b.every(({ questionId, value }) => {
      const known = values.get(questionId);
      return known !== undefined && sameValue(known, value);
    })
  );
}

/**
 * Whether `flag` adds something to the attempt's flags: not a request sent again (same page and number,
 * or the same answers of that page under a new number), nor more than an attempt may hold.
 */
export function isNewLateFlag(flags: readonly { code: string }[], flag: LateFlag): boolean {
  const late = flags.filter(isLateFlag);
  const known = late.some(
    ({ clientId, seq, answers }) =>
      clientId === flag.clientId && (seq === flag.seq || saySame(answers, flag.answers)),
  );
  return !known && late.length < MOST_LATE_FLAGS;
}
