import { z } from 'zod';
import { contentSchema } from '../../../shared/content.js';
import { answerValueSchema } from '../attempts.dto.js';

const lateAnswerSchema = z
  .strictObject({
    questionId: z.uuid(),
    position: z.number().int().meta({ description: 'From 1' }),
    stem: contentSchema,
    options: z.array(z.strictObject({ id: z.uuid(), content: contentSchema })),
    value: answerValueSchema,
    graded: answerValueSchema.meta({ description: 'What is graded now' }),
    replaced: answerValueSchema.meta({
      description: 'What accepting it has replaced; null where it is not accepted or was the first',
    }),
  })
  .meta({ id: 'LateAnswer' });

const lateSetSchema = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['IN_TIME', 'CONTESTED', 'UNPROVEN']).meta({
      description:
        'IN_TIME: chosen before the deadline, as the device says; CONTESTED: the same, but another device saved the question meanwhile; UNPROVEN: nobody says when',
    }),
    verified: z.boolean().meta({ description: 'Measured by the monotonic clock of the device' }),
    lastChosenAt: z.iso.datetime().nullable().meta({ description: 'By the clock of the device' }),
    arrivedAt: z.iso.datetime(),
    inGrace: z.boolean().meta({ description: 'Arrived within the offline grace of the quiz' }),
    state: z.enum(['WAITING', 'ACCEPTED', 'REFUSED']),
    decidedAt: z.iso.datetime().nullable(),
    decidedBy: z
      .strictObject({ id: z.uuid(), name: z.string() })
      .nullable()
      .meta({ description: 'null where the policy of the quiz decided, or nobody yet' }),
    answers: z.array(lateAnswerSchema),
  })
  .meta({ id: 'LateAnswerSet' });

/** Answers of one attempt that came after the clock had closed it, in the order they came, and its result now. */
export const lateAnswersSchema = z
  .strictObject({
    attemptId: z.uuid(),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    provisionalUntil: z.iso.datetime().nullable(),
    items: z.array(lateSetSchema),
  })
  .meta({ id: 'LateAnswers' });
export type LateAnswersDto = z.infer<typeof lateAnswersSchema>;

const chosenLateSchema = z
  .strictObject({ lateId: z.uuid(), questionIds: z.array(z.uuid()).min(1).max(1000) })
  .meta({ id: 'ChosenLateAnswers', description: 'Some of those that came together' });

export const lateDecisionSchema = z
  .strictObject({ accept: z.boolean(), answers: z.array(chosenLateSchema).min(1).max(1000) })
  .meta({ id: 'LateDecisionRequest' });
export type LateDecisionRequest = z.infer<typeof lateDecisionSchema>;
