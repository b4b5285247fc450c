/**
 * The answer to one question: an option's id (single choice, true/false), the ids of all chosen ones
 * (multiple choice), the typed text, or null when it was cleared.
 */
export type AnswerValue = string | string[] | null;

/** An answer as the server keeps it; `device` is the clientId of the page that saved it. */
export interface SavedAnswer {
  value: AnswerValue;
  at: string;
  device: string;
}
export type SavedAnswers = Record<string, SavedAnswer>;

/** What the server held at one version of the attempt. */
export interface ServerCopy {
  version: number;
  answers: SavedAnswers;
}

/** Whether there is anything in it: no answer, an empty list and blank text are all "unanswered". */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (value === null || value === undefined) return false;
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
}

/** Whether both mean the same answer; the order in which options were ticked does not count. */
export function sameAnswer(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  if (!isAnswered(a) || !isAnswered(b)) return isAnswered(a) === isAnswered(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((id) => b.includes(id));
  }
  return a === b;
}

/** The answer after an option was ticked or unticked; null once none is left. */
export function toggleOption(value: AnswerValue | undefined, optionId: string): AnswerValue {
  const chosen = Array.isArray(value) ? value : [];
  const next = chosen.includes(optionId)
    ? chosen.filter((id) => id !== optionId)
    : [...chosen, optionId];
  return next.length === 0 ? null : next;
}
