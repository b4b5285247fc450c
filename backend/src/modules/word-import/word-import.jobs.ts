import { z } from 'zod';
import { defineJob } from '../../queue/define-job.js';

/** Nudges the worker to look at an import; the table decides what is done. */
export const parseWordFileJob = defineJob({
  name: 'parse-word-file',
  queue: 'quiz-processing',
  attempts: 3,
  priority: 'HIGH',
  schema: z.strictObject({ importId: z.uuid() }),
});

/** Nudges the worker to work through the waiting files of a batch. */
export const bulkImportQuizzesJob = defineJob({
  name: 'bulk-import-quizzes',
  queue: 'quiz-processing',
  attempts: 2,
  priority: 'MEDIUM',
  schema: z.strictObject({ batchId: z.uuid() }),
});
