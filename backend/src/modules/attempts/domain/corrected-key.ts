import type { QuestionType } from '../../../shared/question-type.js';
import type { GradableQuestion } from './answers.js';

/** A key as somebody types it: letters of the right options in their order, accepted texts, or a number. */
export interface GivenKey {
  letters?: readonly string[];
  accepted?: readonly string[];
  value?: number;
  tolerance?: number;
}

/** What is right: `correctOptionIds` where there is something to choose from, `answer` elsewhere. */
export interface Key {
  correctOptionIds: string[];
  answer: GradableQuestion['answer'];
}

/** The key that somebody means for a question, or why it cannot be one, as a sentence. */
export function correctedKey(
  question: { type: QuestionType; optionIds: readonly string[] },
  given: GivenKey,
): Key | { problem: string } {
  switch (question.type) {
    case 'SHORT_ANSWER': {
      const accepted = (given.accepted ?? [])
        .map((text) => text.trim())
        .filter((text) => text !== '');
      return accepted.length > 0
        ? { correctOptionIds: [], answer: { accepted } }
        : {
            problem: 'This question is answered by a text: give each accepted one with --accepted.',
          };
    }
    case 'NUMERIC': {
      const { value, tolerance = 0 } = given;
      return value !== undefined && Number.isFinite(value) && tolerance >= 0
        ? { correctOptionIds: [], answer: { value, tolerance } }
        : {
            problem:
              'This question is answered by a number: give it with --value (and --tolerance).',
          };
    }
    case 'SINGLE_CHOICE':
    case 'TRUE_FALSE':
    case 'MULTIPLE_CHOICE':
      return chosenKey(question, given.letters ?? []);
  }
}

function chosenKey(
  { type, optionIds }: { type: QuestionType; optionIds: readonly string[] },
  letters: readonly string[],
): Key | { problem: string } {
  const most = String.fromCharCode(64 + optionIds.length);
  const ids = [...new Set(letters)].map((letter) =>
    /^[A-Za-z]$/.test(letter) ? optionIds[letter.toUpperCase().charCodeAt(0) - 65] : undefined,
  );
  const known = ids.filter((id) => id !== undefined);
  if (known.length === 0 || known.length < ids.length) {
    return { problem: `Give the letters of the right options, A to ${most}, with --correct.` };
  }
  if (type !== 'MULTIPLE_CHOICE' && known.length > 1) {
    return { problem: 'This question has one right option: give one letter with --correct.' };
  }
  return { correctOptionIds: known, answer: null };
}

/** A version as it would be with another key of one question. */
export function withKey<Q extends GradableQuestion, V extends { questions: Q[] }>(
  version: V,
  { questionId, key }: { questionId: string; key: Key },
): V {
  const right = new Set(key.correctOptionIds);
  const questions = version.questions.map((question) =>
    question.id === questionId
      ? {
          ...question,
          answer: key.answer,
          options: question.options.map((option) => ({ ...option, correct: right.has(option.id) })),
        }
      : question,
  );
  return { ...version, questions };
}
