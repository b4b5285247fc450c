import { matchQuestionLabel } from './question-marker.js';
import type { Remainder } from './remainder.js';
import { type Span } from './span.js';

const longestTitle = 200;

/** A title's style, else the first line before the questions when it is short; never the name of a part. */
export function titleOf({ preamble, headings }: Remainder, firstQuestion: number): Span | null {
  const styledHeadings = headings.filter(({ paragraph }) =>
    /^(title|heading)/.test(paragraph.styleName),
  );
  const lines = [...preamble, ...styledHeadings]
    .filter(({ paragraph, text }) => paragraph.index < firstQuestion && /\p{L}/u.test(text))
    .toSorted((a, b) => a.paragraph.index - b.paragraph.index);
  const numbered = lines.findIndex(({ text }) => matchQuestionLabel(text) !== null);
  const before = lines.slice(0, numbered < 0 ? lines.length : numbered);
  const styled = before.find(({ paragraph }) => paragraph.styleName === 'title');
  const first = styled ?? before[0];
  return first && first.text.trim().length <= longestTitle ? first : null;
}
