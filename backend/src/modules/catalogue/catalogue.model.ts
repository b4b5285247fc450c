import type { RichContent } from '../../shared/content.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import type { QuestionType } from '../../shared/question-type.js';
import type { LateAnswersPolicy, ReviewPolicy } from './catalogue.dto.js';

/** What counts as right where there is nothing to choose from. */
export type AnswerKey = { accepted: string[] } | { value: number; tolerance: number };

/** A question with its key, as a student's attempt is graded by. */
export interface PublishedQuestion {
  id: string;
  position: number;
  type: QuestionType;
  stem: RichContent;
  explanation: RichContent | null;
  points: number;
  partialCredit: boolean;
  /** `feedback` is what those who choose the option are told. */
  options: { id: string; content: RichContent; correct: boolean; feedback: RichContent | null }[];
  answer: AnswerKey | null;
}

/**
 * Rules and questions of a quiz as published; a version never changes after that, but for its key, where that was
 * wrong: `keyRevision` counts those corrections. Times are UTC.
 */
export interface PublishedVersion {
  versionId: string;
  keyRevision: number;
  quizId: string;
  title: string;
  timeLimitSeconds: number | null;
  attemptsAllowed: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  passPercent: number;
  reviewPolicy: ReviewPolicy;
  /** How long after the deadline answers may come that a device kept while offline. */
  offlineGraceSeconds: number;
  pauseAllowed: boolean;
  /** Whether they count at once, or once staff say so. */
  lateAnswers: LateAnswersPolicy;
  questions: PublishedQuestion[];
}

/** Where a question was read: text and indexes of its paragraphs in the document, its number as shown there. */
export interface QuestionOrigin {
  importId: string;
  number: string | null;
  text: string;
  paragraphs: number[];
}

/** What is stored of it; fields that are missing were not recorded yet when the question was imported. */
export interface QuestionSource extends Omit<QuestionOrigin, 'paragraphs'> {
  paragraphs?: number[];
  /** Its place among the questions of that reading, from 0. */
  ordinal?: number;
  /** Of the question as the import wrote it: another one now means that it was edited by hand. */
  fingerprint?: string;
  /** Codes of diagnostics that a person has seen and put aside. */
  dismissed?: string[];
}

/** The version that is worked on, which may be a draft, or the one that students are given. */
export type WhichVersion = 'newest' | 'published';

/** A question with all that staff may see of it. */
export interface WholeQuestion {
  type: QuestionType;
  stem: RichContent;
  explanation: RichContent | null;
  points: number;
  options: { content: RichContent; correct: boolean; feedback: RichContent | null }[];
  answer: AnswerKey | null;
}

/** One version of a quiz with its questions and the pictures they may show; sizes in pixels. */
export interface WholeQuiz {
  title: string;
  description: string;
  /** By its name. */
  category: string | null;
  difficulty: 'EASY' | 'MEDIUM' | 'HARD' | null;
  timeLimitSeconds: number | null;
  questions: WholeQuestion[];
  media: { id: string; mime: string; width: number; height: number }[];
}

/** A question that the import found. Pictures are named by the SHA-256 of their bytes. */
export interface NewQuestion {
  type: QuestionType;
  stem: RichContent;
  explanation: RichContent | null;
  points: number;
  /** `feedback` is what those who choose the option are told. */
  options: { content: RichContent; correct: boolean; feedback?: RichContent | null }[];
  answer: AnswerKey | null;
  source: QuestionOrigin & Pick<QuestionSource, 'dismissed'>;
  diagnostics: Diagnostic[];
}

/** A picture of a draft; width and height in pixels. */
export interface NewMedia {
  sha256: string;
  mime: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** A quiz to be made as a draft. */
export interface NewDraft {
  ownerId: string;
  categoryId: string | null;
  title: string;
  description?: string;
  difficulty?: 'EASY' | 'MEDIUM' | 'HARD' | null;
  timeLimitSeconds?: number | null;
  questions: NewQuestion[];
  media: NewMedia[];
}

/** What is right in one question: `correctOptionIds` where there is something to choose from, `answer` elsewhere. */
export interface QuestionKey {
  correctOptionIds: string[];
  answer: AnswerKey | null;
}

/** A question of a version that was published, as far as correcting its key takes; options in their order. */
export interface KeyedQuestion {
  quizId: string;
  versionId: string;
  position: number;
  type: QuestionType;
  optionIds: string[];
  key: QuestionKey;
}
