import { useMemo, useState } from 'react';
import type { NumberedQuestion } from '../lib/questions';

/** The questions that had the focus: what was begun in one is not lost by scrolling it out of sight. */
export function useTouched(questions: readonly NumberedQuestion[]) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const keep = useMemo(
    () => questions.flatMap(({ question }, index) => (touched.has(question.id) ? [index] : [])),
    [questions, touched],
  );
  const touch = (id: string) => {
    if (!touched.has(id)) setTouched(new Set(touched).add(id));
  };
  return { keep, touch };
}
