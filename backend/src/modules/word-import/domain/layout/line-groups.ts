import type { LayoutGroup, LayoutLine } from './layout-lines.js';

/**
 * Questions whose options carry no labels, told by what repeats throughout the document: stems that ask,
 * are numbered, look different or stand apart, each with about the same number of lines below it.
 */
export interface Layout {
  groups: LayoutGroup[];
  /** Share of the groups that have the usual number of options. */
  regular: number;
}

export type IsStem = (line: LayoutLine, before: LayoutLine | undefined) => boolean;

const fewest = 2;
const most = 8;
const leastRegular = 0.6;
const longestOption = 160;

const isAllowed = (size: number): boolean => size >= fewest && size <= most;
const shareOf = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;

interface Segments {
  /** What stands before the first stem. */
  head: LayoutLine[];
  /** Lines from one stem to the next. */
  found: LayoutLine[][];
}

function segmentsOf(lines: readonly LayoutLine[], isStem: IsStem): Segments {
  const head: LayoutLine[] = [];
  const found: LayoutLine[][] = [];
  lines.forEach((line, index) => {
    if (isStem(line, lines[index - 1])) found.push([line]);
    else (found.at(-1) ?? head).push(line);
  });
  return { head, found };
}

interface Segment {
  lines: LayoutLine[];
  /** That a question starts here is concluded from the size of the others alone. */
  guessed: boolean;
}

/** The number that occurs most often. */
function usual(sizes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const isBareNumber = ({ question, written }: LayoutLine): boolean =>
  question !== null && written.slice(question.from).trim() === '';

/** A stem is one line, or two when the first only holds the number. */
const stemLength = ([first]: readonly LayoutLine[]): number =>
  first && isBareNumber(first) ? 2 : 1;

/** The lines of a segment that may be options. */
const bodyOf = (segment: readonly LayoutLine[]): LayoutLine[] =>
  segment.slice(stemLength(segment)).filter(({ field, heading }) => !field && !heading);

/** Do the empty lines of several questions in a row, all of one size, repeat with them? */
function repeatsGaps(segment: readonly LayoutLine[], whole: number): boolean {
  const gaps = segment.flatMap(({ apart }, at) => (apart && at > 0 ? [at % whole] : []));
  if (gaps.every((gap) => gap === 0)) return true;
  return gaps.length === segment.length / whole && new Set(gaps).size === 1;
}

/**
 * Segments in which a stem was overlooked are several groups of the usual size. Not below a number: the next
 * question would have one too.
 */
function splitSegments({ head, found }: Segments, size: number): Segment[] {
  const whole = size + 1;
  const isHeadWhole = head.length > 0 && head.length % whole === 0 && repeatsGaps(head, whole);
  return [...(isHeadWhole ? [head] : []), ...found].flatMap((lines) => {
    const count = lines.length / whole;
    const isOne = !Number.isInteger(count) || count < 2 || !repeatsGaps(lines, whole);
    const parts = Array.from({ length: isOne ? 1 : count }, (_, at) =>
      isOne ? lines : lines.slice(at * whole, (at + 1) * whole),
    );
    const isWhole = parts.every((part) => bodyOf(part).length === size);
    const guessed = lines === head || parts.slice(1).some(([first]) => first?.apart !== true);
    if (lines[0]?.question != null || !isWhole) return [{ lines, guessed: lines === head }];
    return parts.map((part) => ({ lines: part, guessed }));
  });
}

/** The options of a segment: its last lines of the same look, after an empty line or after its stem. */
function groupOf(segment: readonly LayoutLine[], size: number, isLast: boolean): LayoutGroup {
  const [first] = segment;
  const stem = segment.slice(0, stemLength(segment));
  const lines = bodyOf(segment);
  if (lines.length <= size) return { stem, options: lines };
  // What follows the last question may be no part of it; below a number, an empty line would tell.
  const end = first?.question == null ? size : lines.findIndex(({ apart }, at) => at > 0 && apart);
  const whole = end < 0 && isAllowed(lines.length) ? lines.length : Math.max(end, size);
  if (isLast) {
    const unsure = whole < lines.length && lines[whole]?.apart !== true;
    return { stem, options: lines.slice(0, whole), unsure };
  }
  const apart = lines.findLastIndex((line) => line.apart);
  const isGap = apart > 0 && isAllowed(lines.length - apart);
  const from = isGap ? apart : lines.length - size;
  const options = lines.slice(from);
  return { stem: [...stem, ...lines.slice(0, from)], options, unsure: !isGap };
}

/** A merged question has at least so many lines below its stem: two of each, and a stem. */
const fewestMerged = 2 * fewest + 1;

/** Is a group surely one question, whatever the size of the others? */
function isSetApart({ stem, options }: LayoutGroup, looks: ReadonlySet<string>): boolean {
  const [first] = stem;
  if (!first) return false;
  if (first.question !== null || !looks.has(first.look)) return true;
  if (first.apart && !options.slice(1).some(({ apart }) => apart)) return true;
  return first.asks === 1 && options.length < fewestMerged;
}

/** The groups, each with what is a guess about it; `guessed` are those told by their size alone. */
function withDoubts(
  groups: readonly LayoutGroup[],
  guessed: ReadonlySet<LayoutGroup>,
  size: number,
): LayoutGroup[] {
  const looks = new Set(groups.flatMap(({ options }) => options.map(({ look }) => look)));
  const isSteady = groups.every(({ options, unsure }) => options.length === size && !unsure);
  const looksAlike = (group: LayoutGroup): boolean => looks.has(group.stem[0]?.look ?? '');
  return groups.map((group) => {
    const isGuess = guessed.has(group) && looksAlike(group);
    const isSure = isSteady || isSetApart(group, looks);
    return { ...group, unsure: group.unsure === true || isGuess || !isSure };
  });
}

/** How a document reads when its stems are the lines that `isStem` picks; null when nothing repeats. */
export function layoutBy(lines: readonly LayoutLine[], isStem: IsStem): Layout | null {
  const parts = segmentsOf(lines, isStem);
  const count = (segment: readonly LayoutLine[]): number => bodyOf(segment).length;
  const size = usual(parts.found.map(count).filter(isAllowed));
  if (!isAllowed(size)) return null;
  const segments = splitSegments(parts, size).filter((segment) => segment.lines.length > 1);
  const guessed = new Set<LayoutGroup>();
  const groups = segments.map((segment, index) => {
    const group = groupOf(segment.lines, size, index === segments.length - 1);
    if (segment.guessed) guessed.add(group);
    return group;
  });
  const regular = shareOf(segments, (segment) => count(segment.lines) === size);
  const allowed = groups.filter(({ options }) => isAllowed(options.length));
  return { groups: withDoubts(allowed, guessed, size), regular };
}

/** Are items of one list both questions and options? */
function mixesBullets(stems: readonly LayoutLine[], options: readonly LayoutLine[]): boolean {
  const glyphs = new Set(options.flatMap(({ bullet }) => bullet ?? []));
  return stems.some(({ bullet }) => bullet !== null && glyphs.has(bullet));
}

/** Do the groups look like questions and answers, rather than like headings with text below? */
export function convinces({ groups, regular }: Layout): boolean {
  const options = groups.flatMap((group) => group.options);
  const stems = groups.flatMap(({ stem }) => stem[stemLength(stem) - 1] ?? []);
  const asks = stems.reduce((sum, { asks: one }) => sum + one, 0) / stems.length;
  const isSteady = regular >= 0.9 && groups.length >= 5 && asks >= 0.2;
  return (
    groups.length >= fewest &&
    regular >= leastRegular &&
    !mixesBullets(stems, options) &&
    ((asks >= 0.5 && shareOf(stems, (line) => line.asks === 1) >= 0.3) || isSteady) &&
    shareOf(options, ({ asks: one }) => one === 1) <= 0.1 &&
    shareOf(options, ({ labelled }) => labelled) <= 0.2 &&
    shareOf(options, ({ text }) => text.length <= longestOption) >= 0.9
  );
}

const looksOf = (lines: readonly LayoutLine[]): string[] => {
  const counts = new Map<string, number>();
  for (const { look } of lines) counts.set(look, (counts.get(look) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= fewest).map(([look]) => look);
};

const asksOutright: IsStem = ({ asks, bullet }, before) =>
  asks === 1 && bullet === null && !(before && isBareNumber(before));

/** Every way in which stems may be told in this document. */
function* stemRules(lines: readonly LayoutLine[]): Generator<IsStem> {
  const isNumbered: IsStem = ({ question }) => question !== null;
  yield (line, before) => isNumbered(line, before) || asksOutright(line, before);
  yield isNumbered;
  yield asksOutright;
  const looks = looksOf(lines);
  if (looks.length > 1 && looks.length <= 12) {
    for (const look of looks) yield (line, before) => line.look === look && before?.look !== look;
  }
  yield ({ apart }) => apart;
}

/**
 * The layout that explains most of the document, or null when none does. Unless `careful` is false, it must
 * convince as well.
 */
export function findLineGroups(lines: readonly LayoutLine[], careful = true): Layout | null {
  let best: Layout | null = null;
  for (const isStem of stemRules(lines)) {
    const layout = layoutBy(lines, isStem);
    if (!layout || (careful && !convinces(layout))) continue;
    if (!best || layout.groups.length * layout.regular > best.groups.length * best.regular) {
      best = layout;
    }
  }
  return best;
}
