import { describe, expect, it } from 'vitest';
import {
  englishExcerpts,
  excerptIds,
} from '../../../frontend/src/features/import-guide/lib/excerpts.js';
import { englishTexts } from '../../../frontend/src/features/import-guide/lib/english-texts.js';
import { vietnameseExcerpts } from '../../../frontend/src/features/import-guide/lib/vietnamese-excerpts.js';
import type { ParsedQuestion } from '../../src/modules/word-import/domain/parsed-quiz.js';
import { parseDocx } from '../../src/modules/word-import/parser/parse-docx.js';
import { plainText } from '../../src/shared/content.js';
import { drawExcerpt } from '../docx/draw-excerpt.js';
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

/** `sameLine` → `same-line.svg`, beside the page about the forms. */
const pictureFile = (id: string): string => {
  const name = id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `../../../docs/pictures/${name}.svg`;
};
const figures = [englishTexts.recommended, ...englishTexts.sections.flatMap((s) => s.figures)];

describe('the pictures of the documentation', () => {
  it.each(figures)('are drawn from the forms shown to teachers: $id', async ({ id, title }) => {
    const picture = drawExcerpt(englishExcerpts[id], title);
    await expect(picture).toMatchFileSnapshot(pictureFile(id));
  });

  it('show every form', () => {
    expect(figures.map(({ id }) => id).toSorted()).toEqual([...excerptIds].toSorted());
  });
});
