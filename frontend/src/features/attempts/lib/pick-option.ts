import type { QuestionType } from '../../../lib/api/generated/types.gen';
import { toggleOption, type AnswerValue } from './answers';

/** The answer after an option was picked, by mouse, touch or key. */
export function pickOption(
  question: { type: QuestionType },
  value: AnswerValue,
  optionId: string,
): AnswerValue {
  return question.type === 'MULTIPLE_CHOICE' ? toggleOption(value, optionId) : optionId;
}
