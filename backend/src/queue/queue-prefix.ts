/** Of every key of a queue. The braces keep them in one slot of a cluster, without which BullMQ's scripts cannot run. */
export const QUEUE_PREFIX = '{quizmaster-queue}';
