import { describe, expect, it } from 'vitest';
import {
  englishExcerpts,
  excerptIds,
} from '../../../frontend/src/features/import-guide/lib/excerpts.js';
import { vietnameseExcerpts } from '../../../frontend/src/features/import-guide/lib/vietnamese-excerpts.js';
import type { ParsedQuestion } from '../../src/modules/word-import/domain/parsed-quiz.js';
import { parseDocx } from '../../src/modules/word-import/parser/parse-docx.js';
import { plainText } from '../../src/shared/content.js';
import { excerptDocx } from '../docx/excerpt-docx.js';

/** What is right, as an excerpt says it: by label or, where there is none, by text; or what is typed. */
function rightOf({ options, answer }: ParsedQuestion): string[] {
  if (answer && 'accepted' in answer) return answer.accepted;
  if (answer) return [`${answer.value} ± ${answer.tolerance}`];
  return options
    .filter(({ correct }) => correct)
    .map(({ label, content }) => (label === '' || label === '•' ? plainText(content) : label));
}

describe.each([
  ['en', englishExcerpts],
  ['vi', vietnameseExcerpts],
] as const)('the forms shown to teachers (%s)', (_, excerpts) => {
  it.each(excerptIds)('are read as they are shown: %s', async (id) => {
    const quiz = await parseDocx(excerptDocx(excerpts[id]));
    expect(quiz.questions.map(rightOf)).toEqual(excerpts[id].reads);
    const faults = [...quiz.diagnostics, ...quiz.questions.flatMap((q) => q.diagnostics)].filter(
      ({ severity }) => severity !== 'info',
    );
    expect(faults).toEqual([]);
  });
});
