/**
 * Seconds after the deadline within which saves and a submit still count: a request may have been on
 * its way when time ran out. Part of the autosave contract; the SQL of a save says the same.
 */
export const GRACE_SECONDS = 15;

/** Seconds a student has, with extra time of so many percent; null: no limit. */
export function allowedSeconds(
  timeLimitSeconds: number | null,
  extraTimePercent: number,
): number | null {
  return timeLimitSeconds === null
    ? null
    : Math.ceil((timeLimitSeconds * (100 + Math.max(0, extraTimePercent))) / 100);
}

/** Whole seconds until the deadline, 0 when it has passed; null: none. Both by the database's clock. */
export function remainingSeconds(deadlineAt: Date | null, now: Date): number | null {
  if (deadlineAt === null) return null;
  return Math.max(0, Math.floor((deadlineAt.getTime() - now.getTime()) / 1000));
}

/** Whether the deadline and its grace have passed: nothing more is taken. */
export function isOverdue(deadlineAt: Date | null, now: Date): boolean {
  return deadlineAt !== null && now.getTime() >= deadlineAt.getTime() + GRACE_SECONDS * 1000;
}

/** Until when answers that a device kept while offline may come and count; null: there is no deadline. */
export function offlineGraceEnd(deadlineAt: Date | null, offlineGraceSeconds: number): Date | null {
  return deadlineAt && new Date(deadlineAt.getTime() + offlineGraceSeconds * 1000);
}
