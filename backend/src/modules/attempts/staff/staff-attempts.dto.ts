import { z } from 'zod';
import { cursorSchema, limitSchema, pageSchema } from '../../../shared/pagination.js';
import { adjustmentKindSchema } from '../time/attempt-time.dto.js';
import { attemptPauseSchema, attemptStatusSchema } from '../attempts.dto.js';

/** The attempts of a quiz, those begun last first. */
export const staffAttemptListQuerySchema = z.strictObject({
  state: z.enum(['OPEN', 'CLOSED', 'FLAGGED']).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type StaffAttemptListQuery = z.infer<typeof staffAttemptListQuerySchema>;

const personSchema = z
  .strictObject({ id: z.uuid(), name: z.string(), email: z.string() })
  .meta({ id: 'Person' });

const attemptFlagSchema = z
  .strictObject({
    code: z.string().meta({ description: 'Why staff should look, e.g. ANSWERS_AFTER_DEADLINE' }),
    at: z.iso.datetime().nullable(),
    answers: z.number().int().nullable().meta({ description: 'How many answers it is about' }),
  })
  .meta({ id: 'AttemptFlag' });
export type AttemptFlagDto = z.infer<typeof attemptFlagSchema>;

export const staffAttemptSchema = z
  .strictObject({
    id: z.uuid(),
    quiz: z.strictObject({ id: z.uuid(), title: z.string() }),
    student: personSchema,
    number: z.number().int(),
    status: attemptStatusSchema,
    answeredCount: z.number().int(),
    questionCount: z.number().int(),
    startedAt: z.iso.datetime(),
    savedAt: z.iso.datetime().nullable(),
    submittedAt: z.iso.datetime().nullable(),
    deadlineAt: z.iso.datetime().nullable(),
    remainingSeconds: z.number().nullable().meta({ description: 'null: no limit, or paused' }),
    paused: attemptPauseSchema.nullable(),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    passed: z.boolean().nullable(),
    flags: z.array(attemptFlagSchema),
    historyPruned: z.boolean().meta({ description: 'true: its saves were deleted, being old' }),
  })
  .meta({ id: 'StaffAttempt' });
export type StaffAttemptDto = z.infer<typeof staffAttemptSchema>;
export const staffAttemptPageSchema = pageSchema(staffAttemptSchema).meta({
  id: 'StaffAttemptPage',
});

export const historyQuerySchema = z.strictObject({ cursor: cursorSchema, limit: limitSchema });
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

const shownAnswerSchema = z
  .strictObject({
    options: z
      .array(z.number().int())
      .nullable()
      .meta({ description: 'Positions of the chosen options, from 0' }),
    text: z.string().nullable().meta({ description: 'What was typed' }),
  })
  .meta({ id: 'ShownAnswer' });
export type ShownAnswerDto = z.infer<typeof shownAnswerSchema>;

const answerDeltaSchema = z
  .strictObject({
    questionNumber: z.number().int(),
    from: shownAnswerSchema.nullable().meta({ description: 'null: no answer' }),
    to: shownAnswerSchema.nullable(),
  })
  .meta({ id: 'AnswerDelta' });
export type AnswerDeltaDto = z.infer<typeof answerDeltaSchema>;

const deviceSchema = z
  .strictObject({
    id: z.string().meta({ description: 'The beginning of the page’s clientId' }),
    number: z.number().int().meta({ description: 'In the order in which they came, from 1' }),
    firstSeenAt: z.iso.datetime(),
  })
  .meta({ id: 'AttemptDevice' });

export const historyKindSchema = z
  .enum(['STARTED', 'SAVED', ...adjustmentKindSchema.options, 'SUBMITTED', 'EXPIRED'])
  .meta({ id: 'HistoryKind' });
export type HistoryKind = z.infer<typeof historyKindSchema>;

const historyEntrySchema = z
  .strictObject({
    kind: historyKindSchema,
    at: z.iso.datetime(),
    device: deviceSchema.nullable().meta({ description: 'Of a save' }),
    changes: z.array(answerDeltaSchema),
    by: personSchema.nullable().meta({ description: 'Who changed the time' }),
    fromDeadline: z.iso.datetime().nullable(),
    toDeadline: z.iso.datetime().nullable(),
    remainingSeconds: z.number().nullable().meta({ description: 'After a change of the time' }),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntryDto = z.infer<typeof historyEntrySchema>;
export const historyPageSchema = pageSchema(historyEntrySchema).meta({ id: 'HistoryPage' });
