import type { Prisma } from '../../generated/prisma/client.js';
import type { RichContent } from '../../shared/content.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import type { AnswerKey, QuestionSource } from './catalogue.model.js';
import type { AdminQuestionDto, AdminQuizCardDto, AdminQuizDetailDto } from './catalogue.dto.js';
import { questionFingerprint } from './domain/fingerprint.js';
import { blockingCodes } from './domain/publishable.js';

export const newestVersion = {
  orderBy: { number: 'desc' },
  take: 1,
} satisfies Prisma.Quiz$versionsArgs;

const WITH_OPTIONS = {
  orderBy: { position: 'asc' },
  include: { options: { orderBy: { position: 'asc' } } },
} satisfies Prisma.QuizVersion$questionsArgs;

export const WITH_VERSION = {
  category: true,
  versions: {
    ...newestVersion,
    include: { questions: WITH_OPTIONS },
  },
  imports: { select: { id: true }, orderBy: { createdAt: 'asc' }, take: 1 },
} satisfies Prisma.QuizInclude;

export type QuestionRow = Prisma.QuestionGetPayload<{ include: { options: true } }>;
type CardRow = Prisma.QuizGetPayload<{
  include: { category: true; versions: typeof newestVersion };
}>;
type DetailRow = Prisma.QuizGetPayload<{ include: typeof WITH_VERSION }>;

function acceptedAnswers(answer: AnswerKey | null): string[] {
  if (answer === null) return [];
  if ('accepted' in answer) return answer.accepted;
  return [answer.tolerance === 0 ? `${answer.value}` : `${answer.value} ± ${answer.tolerance}`];
}

/** Is it another than the import wrote? Of questions imported before that was recorded, nobody can tell. */
export function isEdited(row: QuestionRow): boolean {
  const source = row.source as QuestionSource | null;
  if (source?.fingerprint === undefined) return source !== null;
  return source.fingerprint !== questionFingerprint({ ...row, points: row.points.toNumber() });
}

function toSource(source: QuestionSource | null): AdminQuestionDto['source'] {
  if (source === null) return null;
  const { importId, number, text, paragraphs = [] } = source;
  return { importId, number, text, paragraphs };
}

/** JSON columns hold what the import wrote through the content and diagnostic schemas. */
export function toAdminQuestion(row: QuestionRow): AdminQuestionDto {
  const answer = row.answer as AnswerKey | null;
  return {
    id: row.id,
    position: row.position,
    type: row.type,
    stem: row.stem as RichContent,
    explanation: row.explanation as RichContent | null,
    points: row.points.toNumber(),
    options: row.options.map((option) => ({
      id: option.id,
      content: option.content as RichContent,
      correct: option.correct,
    })),
    acceptedAnswers: acceptedAnswers(answer),
    numericAnswer: answer !== null && 'value' in answer ? answer : null,
    source: toSource(row.source as QuestionSource | null),
    edited: isEdited(row),
    diagnostics: (row.diagnostics as unknown as Diagnostic[]).map((diagnostic) => ({
      ...diagnostic,
      questionNo: row.position + 1,
    })),
  };
}

/** Why a question may not be published yet, by its codes. */
export function blockersOf(question: AdminQuestionDto): string[] {
  return blockingCodes({
    type: question.type,
    hasStem: question.stem.length > 0,
    correctCount: question.options.filter(({ correct }) => correct).length,
    optionCount: question.options.length,
    hasAnswer: question.acceptedAnswers.length > 0,
    diagnostics: question.diagnostics,
  });
}

/** How many questions a quiz has, and how many of them may not be published yet. */
export interface QuestionCounts {
  questionCount: number;
  errorCount: number;
}

export function toAdminCard(row: CardRow, counts: QuestionCounts): AdminQuizCardDto {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    category: row.category && {
      id: row.category.id,
      name: row.category.name,
      slug: row.category.slug,
    },
    questionCount: counts.questionCount,
    errorCount: counts.errorCount,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function toAdminDetail(row: DetailRow): AdminQuizDetailDto {
  const version = row.versions[0];
  if (version === undefined) throw new Error(`Quiz ${row.id} has no version`);
  const questions = version.questions.map(toAdminQuestion);
  const errorCount = questions.filter((question) => blockersOf(question).length > 0).length;
  return {
    ...toAdminCard(row, { questionCount: questions.length, errorCount }),
    description: row.description,
    difficulty: row.difficulty,
    timeLimitSeconds: version.timeLimitSeconds,
    attemptsAllowed: version.attemptsAllowed,
    passPercent: version.passPercent,
    reviewPolicy: version.reviewPolicy,
    pauseAllowed: version.pauseAllowed,
    offlineGraceSeconds: version.offlineGraceSeconds,
    lateAnswers: version.lateAnswers,
    importId: row.imports[0]?.id ?? null,
    questions,
  };
}
