import { z } from 'zod';
import { contentSchema } from '../../shared/content.js';
import { momentSchema } from '../../shared/moment.js';
import { cursorSchema, limitSchema, pageSchema } from '../../shared/pagination.js';
import { questionTypeSchema } from '../../shared/question-type.js';

const INT32_MAX = 2_147_483_647;
const count = z.number().int().min(0).max(INT32_MAX);
const noNul = (value: string) => !value.includes('\u0000');
const toWellFormed = (value: string) => value.toWellFormed();
const uuid = z.uuid().toLowerCase();

/**
 * The answer to one question: the id of the chosen option (single choice, true/false), the ids of all
 * chosen ones (multiple choice), the typed text (short answer, numeric), or null when it was cleared.
 */
export const answerValueSchema = z
  .union([
    // Half a surrogate pair (an emoji cut in two) cannot be stored: it becomes U+FFFD.
    z.string().max(2000).refine(noNul, 'must not contain NUL').overwrite(toWellFormed),
    z.array(uuid).max(50),
    z.null(),
  ])
  .meta({ id: 'AnswerValue' });
export type AnswerValue = z.infer<typeof answerValueSchema>;

const answerChangeSchema = z
  .strictObject({ questionId: uuid, value: answerValueSchema })
  .meta({ id: 'AnswerChange' });

const questionsOnce = (changes: { questionId: string }[]) =>
  new Set(changes.map((change) => change.questionId)).size === changes.length;

/**
 * One mutation: every change the server has not acknowledged yet. `clientId` is drawn per page load,
 * `seq` counts that page's mutations from 1, `baseVersion` is the last version it knows.
 */
export const saveProgressSchema = z
  .strictObject({
    clientId: uuid,
    seq: z.number().int().min(1).max(INT32_MAX),
    baseVersion: count,
    answers: z
      .array(answerChangeSchema)
      .max(2000)
      .refine(questionsOnce, 'must name each question at most once'),
    currentQuestionIndex: count,
    timeSpent: count.meta({ description: 'Seconds' }),
  })
  .meta({ id: 'SaveProgressRequest' });
export type SaveProgressRequest = z.infer<typeof saveProgressSchema>;

const lateClaimSchema = z
  .strictObject({
    answers: z
      .array(answerChangeSchema)
      .max(2000)
      .refine(questionsOnce, 'must name each question at most once'),
    chosenBeforeDeadline: z.literal(true),
    verified: z.boolean().meta({
      description:
        'true: measured by the monotonic clock of the device; false: by its wall clock, after a restart of the browser',
    }),
    lastChosenAt: momentSchema.meta({ description: 'By the clock of the device' }),
  })
  .meta({ id: 'LateAnswersClaim' });

/** A last mutation; `late` holds what was chosen before the deadline by a device that was offline then. */
export const submitSchema = saveProgressSchema
  .extend({ late: lateClaimSchema.optional() })
  .meta({ id: 'SubmitRequest' });
export type SubmitRequest = z.infer<typeof submitSchema>;

export const progressSavedSchema = z
  .strictObject({
    version: z.number().int(),
    savedAt: z.iso.datetime(),
    remainingSeconds: z.number().nullable().meta({ description: 'null: no deadline' }),
    superseded: z
      .boolean()
      .meta({ description: 'true: a later mutation of this page was applied before' }),
  })
  .meta({ id: 'ProgressSaved' });
export type ProgressSavedDto = z.infer<typeof progressSavedSchema>;

export const savedAnswerSchema = z
  .strictObject({
    value: answerValueSchema,
    at: z.iso.datetime({ offset: true }),
    device: z.uuid().meta({ description: 'clientId of the page that saved it' }),
  })
  .meta({ id: 'SavedAnswer' });
export const savedAnswersSchema = z
  .record(z.uuid(), savedAnswerSchema)
  .meta({ id: 'SavedAnswers' });

const serverCopySchema = z
  .strictObject({ version: z.number().int(), answers: savedAnswersSchema })
  .meta({ id: 'ServerCopy', description: 'For a three-way merge' });
/** 409 on a save: `server` comes with VERSION_CONFLICT. */
export const saveConflictSchema = z
  .looseObject({
    code: z.enum(['VERSION_CONFLICT', 'ATTEMPT_CLOSED']),
    detail: z.string(),
    server: serverCopySchema.optional(),
  })
  .meta({ id: 'SaveConflict' });

export const attemptStatusSchema = z
  .enum(['OPEN', 'SUBMITTED', 'EXPIRED'])
  .meta({ id: 'AttemptStatus' });
export type AttemptStatus = z.infer<typeof attemptStatusSchema>;

export const attemptPauseSchema = z
  .strictObject({
    at: z.iso.datetime(),
    byStaff: z.boolean().meta({ description: 'true: only staff let it go on' }),
    remainingSeconds: z
      .number()
      .nullable()
      .meta({ description: 'When it goes on; null: no limit' }),
  })
  .meta({ id: 'AttemptPause' });

const quizRefSchema = z.strictObject({ id: z.uuid(), title: z.string() });
/** A question as a student sees it: no key, no explanation. */
export const attemptQuestionSchema = z
  .strictObject({
    id: z.uuid(),
    type: questionTypeSchema,
    stem: contentSchema,
    points: z.number(),
    options: z.array(z.strictObject({ id: z.uuid(), content: contentSchema })),
  })
  .meta({ id: 'AttemptQuestion' });

export const attemptSchema = z
  .strictObject({
    id: z.uuid(),
    quiz: quizRefSchema,
    number: z.number().int(),
    status: attemptStatusSchema,
    version: z.number().int(),
    answers: savedAnswersSchema,
    currentQuestionIndex: z.number().int(),
    timeSpent: z.number().int(),
    startedAt: z.iso.datetime(),
    savedAt: z.iso.datetime().nullable(),
    deadlineAt: z.iso.datetime().nullable(),
    remainingSeconds: z
      .number()
      .nullable()
      .meta({ description: 'null: no deadline, or the clock stands still' }),
    paused: attemptPauseSchema.nullable(),
    pauseAllowed: z.boolean().meta({ description: 'Whether the student may stop the clock' }),
    questions: z.array(attemptQuestionSchema),
  })
  .meta({ id: 'Attempt' });
export type AttemptDto = z.infer<typeof attemptSchema>;

export const receiptSchema = z
  .strictObject({
    id: z.uuid(),
    attemptId: z.uuid(),
    submittedAt: z.iso.datetime(),
    answersHash: z
      .string()
      .meta({ description: 'SHA-256 (hex) over the canonical JSON of the answers handed in' }),
    answered: z.number().int(),
  })
  .meta({ id: 'Receipt' });

export const receiptEntrySchema = receiptSchema
  .extend({
    number: z.number().int().meta({ description: 'From 1; the last is in force' }),
    cause: z.enum(['SUBMITTED', 'EXPIRED', 'LATE_ANSWERS']),
    score: z.number().meta({ description: 'When it was issued' }),
    maxScore: z.number(),
  })
  .meta({ id: 'ReceiptEntry' });
export type ReceiptEntryDto = z.infer<typeof receiptEntrySchema>;

export const regradeSchema = z
  .strictObject({
    at: z.iso.datetime(),
    cause: z.enum(['LATE_ANSWERS', 'KEY_CORRECTED']),
    scoreBefore: z.number(),
    scoreAfter: z.number(),
    maxScoreBefore: z.number(),
    maxScoreAfter: z.number(),
  })
  .meta({ id: 'Regrade' });

/** What submitting returns; a repeat returns the same, but for `included`, which is of that request. */
export const resultSchema = z
  .strictObject({
    attemptId: z.uuid(),
    quiz: quizRefSchema,
    number: z.number().int(),
    status: attemptStatusSchema,
    startedAt: z.iso.datetime(),
    submittedAt: z.iso.datetime(),
    score: z.number(),
    maxScore: z.number(),
    passPercent: z.number().int(),
    passed: z.boolean(),
    questionCount: z.number().int(),
    answeredCount: z.number().int(),
    reviewAvailable: z.boolean(),
    provisionalUntil: z.iso.datetime().nullable().meta({
      description: 'Until then answers that a device kept while offline may still come and count',
    }),
    late: z
      .strictObject({
        state: z.enum(['accepted', 'waiting', 'refused']),
        answers: z.number().int(),
      })
      .nullable()
      .meta({ description: 'What became of answers that came after the time was over' }),
    receipt: receiptSchema,
    receipts: z
      .array(receiptEntrySchema)
      .meta({ description: 'Oldest first; the last is `receipt`' }),
    regrades: z.array(regradeSchema).meta({ description: 'How the result changed, oldest first' }),
    included: z.boolean().meta({
      description:
        'false: answers sent with this request came after the attempt was closed and are not part of what was graded',
    }),
  })
  .meta({ id: 'AttemptResult' });
export type ResultDto = z.infer<typeof resultSchema>;

export const reviewQuestionSchema = z
  .strictObject({
    id: z.uuid(),
    type: questionTypeSchema,
    stem: contentSchema,
    explanation: contentSchema.nullable(),
    points: z.number(),
    earned: z.number(),
    correct: z.boolean(),
    value: answerValueSchema,
    acceptedAnswers: z.array(z.string()),
    options: z.array(
      z.strictObject({
        id: z.uuid(),
        content: contentSchema,
        correct: z.boolean(),
        feedback: contentSchema
          .nullable()
          .meta({ description: 'What those who choose the option are told' }),
      }),
    ),
  })
  .meta({ id: 'ReviewQuestion' });
export const reviewSchema = z
  .strictObject({ attemptId: z.uuid(), questions: z.array(reviewQuestionSchema) })
  .meta({ id: 'AttemptReview' });
export type ReviewDto = z.infer<typeof reviewSchema>;

/** One's own attempts, newest first; of one quiz with `quizId`. */
export const attemptListQuerySchema = z.strictObject({
  quizId: z.uuid().optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type AttemptListQuery = z.infer<typeof attemptListQuerySchema>;

export const attemptSummarySchema = z
  .strictObject({
    id: z.uuid(),
    quiz: quizRefSchema,
    number: z.number().int(),
    status: attemptStatusSchema,
    startedAt: z.iso.datetime(),
    submittedAt: z.iso.datetime().nullable(),
    remainingSeconds: z.number().nullable(),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    passed: z.boolean().nullable(),
  })
  .meta({ id: 'AttemptSummary' });
export type AttemptSummaryDto = z.infer<typeof attemptSummarySchema>;
export const attemptPageSchema = pageSchema(attemptSummarySchema).meta({ id: 'AttemptPage' });
export type AttemptPage = z.infer<typeof attemptPageSchema>;
