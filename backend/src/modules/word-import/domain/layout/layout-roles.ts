import type { ImportChoices } from '../../../../shared/import-choices.js';
import type { Readings } from '../readings.js';
import type { Roles } from '../roles.js';
import { areOptions, itemRuns, sameNumberGroups, type ItemKind } from './item-runs.js';
import { layoutLines, RoleSheet, type LayoutGroup, type LayoutLine } from './layout-lines.js';
import { findLineGroups, layoutBy, type IsStem, type Layout } from './line-groups.js';

/** What the layout of a document makes of it, and the choice that would say the same. */
export interface LayoutReading {
  roles: Roles;
  /** How many questions with options it tells. */
  questions: number;
}

function readingOf(groups: readonly LayoutGroup[], doubt?: ImportChoices): LayoutReading {
  const sheet = new RoleSheet();
  for (const group of groups) sheet.setGroup(group, doubt);
  return { roles: sheet.roles(), questions: groups.length };
}

const itemsOf = (lines: readonly LayoutLine[], kind: ItemKind): LayoutGroup[] => {
  const groups = itemRuns(lines, kind);
  return areOptions(groups) ? groups : [];
};

/** Lists here and there in a text are no quiz: this share of the lines must be of questions. */
const leastCovered = 0.6;
/** Of a longer stem, only so many lines count: it may be the text above a list. */
const countedStem = 3;

function covers(groups: readonly LayoutGroup[], lines: readonly LayoutLine[]): boolean {
  const first = groups[0]?.stem[0];
  const from = first ? lines.indexOf(first) : 0;
  const all = lines.slice(from).filter(({ field, heading }) => !field && !heading);
  const counted = groups.map(
    ({ stem, options }) => Math.min(stem.length, countedStem) + options.length,
  );
  const used = counted.reduce((sum, count) => sum + count, 0);
  return used >= all.length * leastCovered;
}

/** Do numbers count the questions from 1, and does a question start elsewhere, or none at a number? */
function missesNumbers(groups: readonly LayoutGroup[], lines: readonly LayoutLine[]): boolean {
  const [style] = lines.flatMap(({ question }) => question?.style ?? []);
  const numbered = lines.filter(({ question }) => question?.style === style);
  const counts = numbered.every(({ question }, index) => {
    const before = numbered[index - 1]?.question?.value ?? 0;
    return question?.value === 1 || question?.value === before + 1;
  });
  const stems = new Set(groups.flatMap(({ stem }) => stem.slice(0, 1)));
  const options = groups.flatMap((group) => group.options);
  const areOptions = options.filter(({ question }) => question !== null).length * 2;
  const missed =
    numbered.some((line) => !stems.has(line)) ||
    [...stems].some(({ question, asks }) => question === null && asks < 1);
  return counts && numbered.length >= 2 && missed && areOptions < options.length;
}

/** Does no line numbered like the questions end up among the options? */
function keepsNumbers(groups: readonly LayoutGroup[], lines: readonly LayoutLine[]): boolean {
  if (missesNumbers(groups, lines)) return false;
  const styles = new Set(groups.flatMap(({ stem }) => stem[0]?.question?.style ?? []));
  const options = groups.flatMap((group) => group.options);
  return !options.some(({ question }) => question !== null && styles.has(question.style));
}

/** The questions that only the layout tells; the reading with the most of them. */
export function readLayout(readings: Readings): LayoutReading {
  const lines = layoutLines(readings);
  const candidates = [
    itemsOf(lines, 'bullets'),
    sameNumberGroups(lines),
    itemsOf(lines, 'numbers'),
    [findLineGroups(lines)?.groups ?? []].find((groups) => keepsNumbers(groups, lines)) ?? [],
  ];
  const [best = []] = candidates
    .filter((groups) => covers(groups, lines))
    .toSorted((a, b) => b.length - a.length);
  return readingOf(best, { optionsAre: 'lines' });
}

const stemRules: Readonly<Record<NonNullable<ImportChoices['questionsStartAt']>, IsStem>> = {
  headings: ({ heading }) => heading,
  numbers: ({ question }) => question !== null,
  bold: ({ bold }, before) => bold && before?.bold !== true,
};

/** Groups of the teacher's choosing: where options are labelled, only the stems are told. */
function chosenGroups(
  layout: Layout | null,
  lines: readonly LayoutLine[],
  isStem: IsStem,
): LayoutGroup[] {
  const labelled = lines.filter((line) => line.labelled).length;
  const stems = lines.filter((line, index) => isStem(line, lines[index - 1]));
  if (layout && labelled < stems.length) return layout.groups;
  return stems.map((line) => ({ stem: [line], options: [] }));
}

/** What a teacher's choices make of the document; null when they say nothing of its layout. */
export function chosenLayout(readings: Readings, choices: ImportChoices): LayoutReading | null {
  const { optionsAre, questionsStartAt } = choices;
  if (!optionsAre && !questionsStartAt) return null;
  const lines = layoutLines(readings);
  if (optionsAre === 'bullets' || optionsAre === 'numbers') {
    return readingOf(itemRuns(lines, optionsAre));
  }
  const isStem = questionsStartAt ? stemRules[questionsStartAt] : null;
  if (isStem) return readingOf(chosenGroups(layoutBy(lines, isStem), lines, isStem));
  return readingOf(findLineGroups(lines, false)?.groups ?? []);
}
