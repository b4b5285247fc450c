/** What the student marked on this device: aids that are no part of the answers. */
export interface Marks {
  flagged: readonly string[];
  seen: readonly string[];
}

export const NO_MARKS: Marks = { flagged: [], seen: [] };
export const marksKey = (attemptId: string) => `quiz-marks-${attemptId}`;

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/** Reads kept marks; anything else than what was written gives none. */
export function parseMarks(text: string | null): Marks {
  if (text === null) return NO_MARKS;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return NO_MARKS;
    return {
      flagged: 'flagged' in stored ? strings(stored.flagged) : [],
      seen: 'seen' in stored ? strings(stored.seen) : [],
    };
  } catch {
    // Damaged marks are worth nothing; the answers are kept elsewhere.
    return NO_MARKS;
  }
}

export function withFlagToggled(marks: Marks, questionId: string): Marks {
  const flagged = marks.flagged.includes(questionId)
    ? marks.flagged.filter((id) => id !== questionId)
    : [...marks.flagged, questionId];
  return { ...marks, flagged };
}

export function withSeen(marks: Marks, questionId: string): Marks {
  return marks.seen.includes(questionId) ? marks : { ...marks, seen: [...marks.seen, questionId] };
}
