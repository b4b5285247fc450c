import { useCallback, useEffect, useState } from 'react';
import { readText, writeText } from '../../../lib/storage';
import { marksKey, parseMarks, withFlagToggled, withSeen, type Marks } from '../lib/marks';

/** Flags and seen questions of an attempt, kept on this device. */
export function useMarks(attemptId: string, currentId: string | undefined) {
  const [marks, setMarks] = useState<Marks>(() => parseMarks(readText(marksKey(attemptId))));

  const seen = currentId === undefined ? marks : withSeen(marks, currentId);
  if (seen !== marks) setMarks(seen);

  useEffect(() => {
    writeText(marksKey(attemptId), JSON.stringify(marks));
  }, [attemptId, marks]);

  const toggleFlag = useCallback((questionId: string) => {
    setMarks((last) => withFlagToggled(last, questionId));
  }, []);
  return { marks, toggleFlag };
}
