import type { AdminQuestion, UpdateQuestionRequest } from '../../../lib/api/generated/types.gen';
import { editableText, withText } from './content-text';

/** How a question is answered; how many options are right tells the rest. */
export const ANSWER_KINDS = ['CHOICE', 'SHORT_ANSWER', 'NUMERIC'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface OptionDraft {
  /** Of the option there is, or drawn for a new one. */
  key: string;
  id: string | null;
  /** Null where it cannot be edited as text. */
  text: string | null;
  correct: boolean;
}

/** A question as it stands in its form: what one types is text until it is saved. */
export interface QuestionDraft {
  kind: AnswerKind;
  stem: string | null;
  explanation: string | null;
  points: string;
  options: OptionDraft[];
  accepted: string;
  value: string;
  tolerance: string;
}

export type QuestionField = 'points' | 'value' | 'tolerance';

export function readQuestion(question: AdminQuestion): QuestionDraft {
  const { numericAnswer } = question;
  return {
    kind:
      question.type === 'SHORT_ANSWER' || question.type === 'NUMERIC' ? question.type : 'CHOICE',
    stem: editableText(question.stem),
    explanation: editableText(question.explanation ?? []),
    points: String(question.points),
    options: question.options.map(({ id, content, correct }) => ({
      ...{ key: id, id, correct },
      text: editableText(content),
    })),
    accepted: question.acceptedAnswers.join('\n'),
    value: numericAnswer ? String(numericAnswer.value) : '',
    tolerance: numericAnswer ? String(numericAnswer.tolerance) : '0',
  };
}

/** The fields that cannot be saved as they are; an answer may stay empty until it is known. */
export function wrongQuestionFields(draft: QuestionDraft): QuestionField[] {
  const wrong: QuestionField[] = [];
  if (!isNumber(draft.points, 0, 1000)) wrong.push('points');
  if (draft.kind !== 'NUMERIC') return wrong;
  if (draft.value.trim() !== '' && !isNumber(draft.value)) wrong.push('value');
  if (!isNumber(draft.tolerance, 0)) wrong.push('tolerance');
  return wrong;
}

/** What to send for a draft in which nothing is wrong. */
export function questionRequest(
  draft: QuestionDraft,
  question: AdminQuestion,
): UpdateQuestionRequest {
  return {
    points: numberOf(draft.points),
    ...(draft.stem !== null && { stem: withText(question.stem, draft.stem) }),
    ...(draft.explanation !== null && {
      explanation: draft.explanation.trim()
        ? withText(question.explanation ?? [], draft.explanation)
        : null,
    }),
    ...answerOf(draft, question),
  };
}

function answerOf(draft: QuestionDraft, question: AdminQuestion): UpdateQuestionRequest {
  if (draft.kind === 'SHORT_ANSWER') {
    const accepted = draft.accepted.split('\n').map((line) => line.trim());
    return { type: 'SHORT_ANSWER', acceptedAnswers: [...new Set(accepted)].filter(Boolean) };
  }
  if (draft.kind === 'NUMERIC') {
    const isKnown = draft.value.trim() !== '';
    const answer = { value: numberOf(draft.value), tolerance: numberOf(draft.tolerance) };
    return { type: 'NUMERIC', numericAnswer: isKnown ? answer : null };
  }
  const options = draft.options.map(({ id, text, correct }) => {
    const content = question.options.find((option) => option.id === id)?.content ?? [];
    return {
      ...(id && { id }),
      correct,
      content: text === null ? content : withText(content, text),
    };
  });
  const wasTyped = question.type === 'SHORT_ANSWER' || question.type === 'NUMERIC';
  return { ...(wasTyped && { type: 'SINGLE_CHOICE' as const }), options };
}

/** A comma may stand for the decimal point, as it does in much of the world. */
function numberOf(text: string): number {
  return Number(text.trim().replace(',', '.'));
}

function isNumber(text: string, min = -Infinity, max = Infinity): boolean {
  const value = text.trim() === '' ? NaN : numberOf(text);
  return Number.isFinite(value) && value >= min && value <= max;
}
