import type { LayoutGroup, LayoutLine } from './layout-lines.js';

/** Options told by their bullets, or by numbers that start again below each stem. */
export type ItemKind = 'bullets' | 'numbers';

const fewest = 2;
const most = 8;

function startsRun(kind: ItemKind, line: LayoutLine): boolean {
  return kind === 'bullets' ? line.bullet !== null : line.question?.value === 1;
}

function continuesRun(kind: ItemKind, run: readonly LayoutLine[], line: LayoutLine): boolean {
  const [first] = run;
  if (kind === 'bullets') return line.bullet !== null && line.bullet === first?.bullet;
  return line.question?.value === run.length + 1 && line.question.style === first?.question?.style;
}

/** The lines above a run that are its stem: as far as the last run, an empty line or another stem. */
function stemAbove(lines: readonly LayoutLine[], at: number, floor: number): LayoutLine[] {
  const stem: LayoutLine[] = [];
  for (let index = at - 1; index >= floor; index -= 1) {
    const line = lines[index];
    if (!line || line.field || line.heading || line.labelled) break;
    stem.unshift(line);
    if (line.question || line.apart) break;
  }
  return stem;
}

/** Runs of items with the lines above them. */
export function itemRuns(lines: readonly LayoutLine[], kind: ItemKind): LayoutGroup[] {
  const groups: LayoutGroup[] = [];
  let floor = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line || line.field || line.labelled || !startsRun(kind, line)) {
      at += 1;
      continue;
    }
    const options = [line];
    let end = at + 1;
    for (
      let next = lines[end];
      next && !next.field && continuesRun(kind, options, next);
      next = lines[end]
    ) {
      options.push(next);
      end += 1;
    }
    const stem = stemAbove(lines, at, floor);
    if (stem.length > 0) groups.push({ stem, options });
    floor = end;
    at = end;
  }
  return groups;
}

/** Are the items answers to what is asked above them, rather than lists in a text? */
export function areOptions(groups: readonly LayoutGroup[]): boolean {
  const asks = groups.map(({ stem }) => Math.max(...stem.map((line) => line.asks)));
  const sized = groups.filter(({ options }) => options.length >= fewest && options.length <= most);
  const asking = groups.flatMap(({ options }) => options).filter((line) => line.asks === 1);
  const items = groups.reduce((sum, { options }) => sum + options.length, 0);
  return (
    groups.length >= fewest &&
    sized.length >= groups.length * 0.8 &&
    asks.filter((one) => one === 1).length >= groups.length * 0.4 &&
    asking.length <= items * 0.1
  );
}

/**
 * Questions and options numbered in one and the same form, where the numbers start again below each
 * question: a line is a question when the next number is 1.
 */
export function sameNumberGroups(lines: readonly LayoutLine[]): LayoutGroup[] {
  const numbered = lines.filter(({ question, field }) => question !== null && !field);
  const groups: LayoutGroup[] = [];
  const [style] = numbered.map(({ question }) => question?.style);
  if (numbered.some(({ question }) => question?.style !== style)) return [];
  numbered.forEach((line, index) => {
    if (numbered[index + 1]?.question?.value === 1) groups.push({ stem: [line], options: [] });
    else groups.at(-1)?.options.push(line);
  });
  const counts = groups.filter(({ stem }, index) => stem[0]?.question?.value === index + 1);
  const sized = groups.filter(({ options }) => options.length >= fewest && options.length <= most);
  const isSteady = groups.length > 2 && counts.length >= groups.length * 0.8;
  return isSteady && sized.length === groups.length ? groups : [];
}
