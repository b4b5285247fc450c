import { z } from 'zod';
import { contentSchema, plainText, type RichContent } from '../../shared/content.js';
import { diagnosticSchema } from '../../shared/diagnostic.js';
import { cursorSchema, limitSchema, pageSchema } from '../../shared/pagination.js';
import { questionTypeSchema } from '../../shared/question-type.js';
import { hasUnseen, lineSchema, linesSchema } from '../../shared/text.js';

export const difficultySchema = z.enum(['EASY', 'MEDIUM', 'HARD']).meta({ id: 'Difficulty' });
export const quizStatusSchema = z
  .enum(['DRAFT', 'PUBLISHED', 'ARCHIVED'])
  .meta({ id: 'QuizStatus' });
export const reviewPolicySchema = z
  .enum(['NEVER', 'AFTER_SUBMIT', 'AFTER_CLOSE'])
  .meta({ id: 'ReviewPolicy' });
export type ReviewPolicy = z.infer<typeof reviewPolicySchema>;
export const lateAnswersPolicySchema = z.enum(['ACCEPT', 'REVIEW']).meta({
  id: 'LateAnswersPolicy',
  description:
    'Answers chosen offline in time that come within the offline grace: count, or wait for staff',
});
export type LateAnswersPolicy = z.infer<typeof lateAnswersPolicySchema>;

export const categorySchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    quizCount: z.number().int().meta({ description: 'Published quizzes in it' }),
  })
  .meta({ id: 'Category' });
export type CategoryDto = z.infer<typeof categorySchema>;
export const categoryListSchema = z
  .strictObject({ items: z.array(categorySchema) })
  .meta({ id: 'CategoryList' });
export const createCategorySchema = z
  .strictObject({ name: lineSchema(100).min(1), description: linesSchema(1000).default('') })
  .meta({ id: 'CreateCategoryRequest' });
export type CreateCategoryRequest = z.infer<typeof createCategorySchema>;

export const quizSortSchema = z.enum(['newest', 'title']).default('newest');
export const quizListQuerySchema = z.strictObject({
  q: lineSchema(200).optional(),
  category: lineSchema(120).optional().meta({ description: 'Slug of a category' }),
  difficulty: difficultySchema.optional(),
  sort: quizSortSchema,
  cursor: cursorSchema,
  limit: limitSchema,
});
export type QuizListQuery = z.infer<typeof quizListQuerySchema>;

const categoryRefSchema = z.strictObject({ id: z.uuid(), name: z.string(), slug: z.string() });

/** A published quiz as a card: nothing here depends on who asks. */
export const quizCardSchema = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    difficulty: difficultySchema.nullable(),
    category: categoryRefSchema.nullable(),
    questionCount: z.number().int(),
    timeLimitSeconds: z.number().int().nullable(),
    attemptsAllowed: z.number().int().nullable(),
    publishedAt: z.iso.datetime(),
  })
  .meta({ id: 'QuizCard' });
export type QuizCardDto = z.infer<typeof quizCardSchema>;
export const quizPageSchema = pageSchema(quizCardSchema).meta({ id: 'QuizPage' });

export const quizDetailSchema = quizCardSchema
  .extend({
    totalPoints: z.number(),
    passPercent: z.number().int(),
    opensAt: z.iso.datetime().nullable(),
    closesAt: z.iso.datetime().nullable(),
    reviewPolicy: reviewPolicySchema,
  })
  .meta({ id: 'QuizDetail' });
export type QuizDetailDto = z.infer<typeof quizDetailSchema>;

export const adminQuizListQuerySchema = z.strictObject({
  status: quizStatusSchema.optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type AdminQuizListQuery = z.infer<typeof adminQuizListQuerySchema>;

export const adminQuizCardSchema = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    status: quizStatusSchema,
    category: categoryRefSchema.nullable(),
    questionCount: z.number().int(),
    errorCount: z.number().int().meta({ description: 'Questions that cannot be published yet' }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'AdminQuizCard' });
export type AdminQuizCardDto = z.infer<typeof adminQuizCardSchema>;
export const adminQuizPageSchema = pageSchema(adminQuizCardSchema).meta({ id: 'AdminQuizPage' });

const numericAnswerSchema = z
  .strictObject({ value: z.number(), tolerance: z.number().min(0) })
  .meta({ id: 'NumericAnswer', description: 'Right is what differs by the tolerance at most' });

const questionSourceSchema = z
  .strictObject({
    importId: z.uuid(),
    number: z.string().nullable().meta({ description: 'As the document shows it' }),
    text: z.string(),
    paragraphs: z.array(z.number().int()).meta({ description: 'Indexes in the document, from 0' }),
  })
  .meta({ id: 'QuestionSource' });

/** A question with its answer key: staff only. */
export const adminQuestionSchema = z
  .strictObject({
    id: z.uuid(),
    position: z.number().int(),
    type: questionTypeSchema,
    stem: contentSchema,
    explanation: contentSchema.nullable(),
    points: z.number(),
    options: z.array(
      z.strictObject({ id: z.uuid(), content: contentSchema, correct: z.boolean() }),
    ),
    acceptedAnswers: z
      .array(z.string())
      .meta({ description: 'Of questions that are answered by typing, as text' }),
    numericAnswer: numericAnswerSchema.nullable(),
    source: questionSourceSchema
      .nullable()
      .meta({ description: 'Where in a Word file it was read' }),
    edited: z
      .boolean()
      .meta({ description: 'Not as it was imported: reading the file again leaves it as it is' }),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: 'AdminQuestion' });
export type AdminQuestionDto = z.infer<typeof adminQuestionSchema>;

export const adminQuizDetailSchema = adminQuizCardSchema
  .extend({
    description: z.string(),
    difficulty: difficultySchema.nullable(),
    timeLimitSeconds: z.number().int().nullable(),
    attemptsAllowed: z.number().int().nullable(),
    passPercent: z.number().int(),
    reviewPolicy: reviewPolicySchema,
    pauseAllowed: z.boolean(),
    offlineGraceSeconds: z.number().int(),
    lateAnswers: lateAnswersPolicySchema,
    importId: z.uuid().nullable(),
    questions: z.array(adminQuestionSchema),
  })
  .meta({ id: 'AdminQuizDetail' });
export type AdminQuizDetailDto = z.infer<typeof adminQuizDetailSchema>;

/** Fields left out stay as they are. Rules can only change while the quiz is a draft. */
export const updateQuizSchema = z
  .strictObject({
    title: lineSchema(200).min(1).optional(),
    description: linesSchema(5000).optional(),
    categoryId: z.uuid().nullable().optional(),
    difficulty: difficultySchema.nullable().optional(),
    timeLimitSeconds: z.number().int().min(10).max(86_400).nullable().optional(),
    attemptsAllowed: z.number().int().min(1).max(100).nullable().optional(),
    passPercent: z.number().int().min(0).max(100).optional(),
    reviewPolicy: reviewPolicySchema.optional(),
    pauseAllowed: z
      .boolean()
      .optional()
      .meta({ description: 'Whether students may stop their own clock' }),
    offlineGraceSeconds: z.number().int().min(0).max(86_400).optional().meta({
      description:
        'How long after the deadline answers may come that a device kept while offline; results are provisional until then',
    }),
    lateAnswers: lateAnswersPolicySchema.optional(),
  })
  .meta({ id: 'UpdateQuizRequest' });
export type UpdateQuizRequest = z.infer<typeof updateQuizSchema>;

export const setKeySchema = z
  .strictObject({ correctOptionIds: z.array(z.uuid()).min(1).max(50) })
  .meta({ id: 'SetKeyRequest' });
export type SetKeyRequest = z.infer<typeof setKeySchema>;

const LONGEST_CONTENT = 50_000;
const givenContentSchema = contentSchema.refine(
  (content: RichContent) => plainText(content).length <= LONGEST_CONTENT && !hasUnseen(content),
  { error: 'must not be too long, nor contain control characters' },
);

/** Fields left out stay as they are; `options` replaces all of them. */
export const updateQuestionSchema = z
  .strictObject({
    type: questionTypeSchema.optional(),
    stem: givenContentSchema.optional(),
    explanation: givenContentSchema.nullable().optional(),
    points: z.number().min(0).max(1000).optional(),
    options: z
      .array(
        z.strictObject({
          id: z
            .uuid()
            .optional()
            .meta({ description: 'Of an option there is; none for a new one' }),
          content: givenContentSchema,
          correct: z.boolean(),
        }),
      )
      .max(50)
      .optional(),
    acceptedAnswers: z
      .array(lineSchema(500).min(1))
      .max(50)
      .optional()
      .meta({ description: 'Of a short-answer question' }),
    numericAnswer: numericAnswerSchema.nullable().optional(),
  })
  .meta({ id: 'UpdateQuestionRequest' });
export type UpdateQuestionRequest = z.infer<typeof updateQuestionSchema>;

export const dismissDiagnosticSchema = z
  .strictObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]{1,60}$/) })
  .meta({ id: 'DismissDiagnosticRequest' });
export type DismissDiagnosticRequest = z.infer<typeof dismissDiagnosticSchema>;
