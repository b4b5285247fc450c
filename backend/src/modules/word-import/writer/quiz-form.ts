import type { RichContent } from '../../../shared/content.js';
import type { QuestionType } from '../../../shared/question-type.js';
import type { ParsedAnswer, ParsedDifficulty } from '../domain/parsed-quiz.js';

/** A question to be written in the recommended form. */
export interface FormQuestion {
  type: QuestionType;
  stem: RichContent;
  options: readonly { content: RichContent; correct: boolean; feedback: RichContent | null }[];
  answer: ParsedAnswer | null;
  points: number;
  explanation: RichContent | null;
}

/** A quiz to be written in the recommended form. */
export interface QuizForm {
  title: string;
  description: string;
  category: string | null;
  difficulty: ParsedDifficulty | null;
  timeLimitSeconds: number | null;
  questions: readonly FormQuestion[];
}
