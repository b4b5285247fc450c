import type {
  AnswerValue,
  ChosenLateAnswers,
  LateAnswer,
  LateAnswers,
  LateAnswerSet,
} from '../../../lib/api/generated/types.gen';

/** One late answer with how it came. */
export interface OneLate {
  set: LateAnswerSet;
  answer: LateAnswer;
}

/** Each late answer by itself: in the order of the quiz, those to the same question as they came. */
export function eachLate({ items }: Pick<LateAnswers, 'items'>): OneLate[] {
  return items
    .flatMap((set) => set.answers.map((answer) => ({ set, answer })))
    .sort((a, b) => a.answer.position - b.answer.position);
}

/** What to send for a decision on these. */
export function chosenOf(lates: readonly OneLate[]): ChosenLateAnswers[] {
  const bySet = new Map<string, string[]>();
  for (const { set, answer } of lates) {
    bySet.set(set.id, [...(bySet.get(set.id) ?? []), answer.questionId]);
  }
  return [...bySet].map(([lateId, questionIds]) => ({ lateId, questionIds }));
}

/** What counts once it is decided otherwise; an answer that another late one has overtaken is no part of that. */
export function countsAfterReversal({ set, answer }: OneLate): AnswerValue {
  if (set.state !== 'ACCEPTED') return answer.value;
  const stands = JSON.stringify(answer.graded) === JSON.stringify(answer.value);
  return stands ? answer.replaced : answer.graded;
}
