import { parseDuration } from './duration.js';
import type { ParsedDifficulty } from './parsed-quiz.js';
import { difficultyOf, type QuizField, type QuizFieldName } from './quiz-fields.js';
import type { Span } from './span.js';

/** A field as met in the document. */
export interface FoundField extends QuizField {
  span: Span;
  /** Did it stand among the questions rather than before them? */
  inQuestion: boolean;
}

export interface SettledFields {
  title: string | null;
  description: string | null;
  category: string | null;
  difficulty: ParsedDifficulty | null;
  timeLimitSeconds: number | null;
  /** The lines that were kept so, and those that say nothing of the quiz as a whole. */
  kept: Span[];
  unused: Span[];
}

/**
 * What the fields of a document say of the quiz: what stands before the questions does; what each question
 * says counts only when all say the same. A length of time given question by question is not the quiz's.
 */
export function settleFields(found: readonly FoundField[], questionCount: number): SettledFields {
  const unused: Span[] = [];
  const kept: Span[] = [];
  const valueOf = (name: QuizFieldName): string | null => {
    const said = found.filter((field) => field.name === name && field.value !== '');
    const values = new Set(said.map(({ value }) => value));
    const ofEach = name === 'category' || name === 'difficulty';
    const everywhere = ofEach && said.length >= questionCount;
    const [only] = values;
    if (values.size === 1 && only !== undefined) {
      if (everywhere || said.every(({ inQuestion }) => !inQuestion)) {
        kept.push(...said.map(({ span }) => span));
        return only;
      }
    }
    unused.push(...said.map(({ span }) => span));
    return null;
  };
  const difficulty = valueOf('difficulty');
  const time = valueOf('timeLimit');
  const settled = {
    title: valueOf('title'),
    description: valueOf('description'),
    category: valueOf('category'),
    difficulty: difficulty === null ? null : difficultyOf(difficulty),
    timeLimitSeconds: time === null ? null : parseDuration(time),
  };
  const silent = found.filter(({ name, value }) => {
    return value === '' || (name === 'difficulty' && value === difficulty && !settled.difficulty);
  });
  return { ...settled, kept, unused: [...unused, ...silent.map(({ span }) => span)] };
}
