import type { ShownAnswer } from '../../../lib/api/generated/types.gen';
import { optionLetter } from '../../../lib/format/option-letter';

/** `B`, `A, C` or “typed text”; null where there is no answer. */
export function answerText(answer: ShownAnswer | null): string | null {
  if (!answer) return null;
  return answer.options ? answer.options.map(optionLetter).join(', ') : `“${answer.text ?? ''}”`;
}
