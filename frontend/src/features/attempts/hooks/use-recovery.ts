import { useCallback, useMemo, useState } from 'react';
import type { Opening } from '../api/open-attempt';
import { sameAnswer } from '../lib/answers';
import type { FoundAnswer } from '../lib/recovery';
import type { AutoSaveView } from './use-autosave';

type Choice = 'kept' | 'discarded';

/**
 * What earlier pages left on this device counts and is sent at once: whoever touches nothing loses nothing.
 * The student is told and may prefer what the server had, and change that again until handing in.
 */
export function useRecovery({ findings }: Opening, autosave: AutoSaveView, isToBeTold: boolean) {
  const [open, setOpen] = useState(isToBeTold && findings.answers.length > 0);
  const [choice, setChoice] = useState<Choice | null>(null);
  const { questions, conflicts, choose, resolve, saveNow } = autosave;

  const inConflict = useMemo(
    () => new Set(conflicts.map(({ questionId }) => questionId)),
    [conflicts],
  );

  const put = useCallback(
    (next: Choice) => {
      for (const found of findings.answers) {
        const [from, to] = sidesOf(found, next);
        // What the student has chosen since is left alone.
        if (!sameAnswer(questions[found.questionId]?.value, from)) continue;
        if (inConflict.has(found.questionId)) {
          if (next === 'discarded') resolve(found.questionId, 'theirs');
        } else if (!sameAnswer(from, to)) choose(found.questionId, to);
      }
      saveNow();
    },
    [choose, findings, inConflict, questions, resolve, saveNow],
  );

  const decide = (next: Choice) => {
    setOpen(false);
    setChoice(next);
    if (next !== (choice ?? 'kept')) put(next);
  };
  return { open, choice, findings, decide };
}

/** The values to be replaced and to be put in their place. */
function sidesOf({ value, serverValue }: FoundAnswer, choice: Choice) {
  return choice === 'kept' ? ([serverValue, value] as const) : ([value, serverValue] as const);
}
