import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuiz } from '../../../../test/docx/any-quiz.js';
import { comparable, importedAgain } from '../../../../test/docx/same-quiz.js';

describe('a quiz written as a Word document and imported again', () => {
  it.each(['en', 'vi'] as const)(
    'is the same quiz, whatever is in it (%s)',
    async (language) => {
      await fc.assert(
        fc.asyncProperty(anyQuiz, async (quiz) => {
          const again = await importedAgain(quiz, language);
          const [a, b] = [comparable(again), comparable(quiz)];
          if (process.env.RT && JSON.stringify(a) !== JSON.stringify(b))
            throw new Error(
              `\nGOT ${JSON.stringify(a)}\nEXP ${JSON.stringify(b)}\nDIAG ${JSON.stringify(again.diagnostics)}`,
            );
          expect(a).toEqual(b);
        }),
        { numRuns: 300, seed: 20_260 },
      );
    },
    60_000,
  );
});
