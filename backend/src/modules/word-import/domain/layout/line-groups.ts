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

/** The number that occurs most often. */
function usual(sizes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * Segments in which a stem was overlooked are several groups of the usual size. Not below a number: the next
 * question would have one too.
 */
function splitSegments({ head, found }: Segments, size: number): LayoutLine[][] {
  const whole = size + 1;
  const isHeadWhole = head.length > 0 && head.length % whole === 0;
  return [...(isHeadWhole ? [head] : []), ...found].flatMap((segment) => {
    const count = segment.length / whole;
    const isNumbered = segment[0]?.question != null;
    if (isNumbered || !Number.isInteger(count) || count < 2) return [segment];
    return Array.from({ length: count }, (_, at) => segment.slice(at * whole, (at + 1) * whole));
  });
}

/** The options of a segment: its last lines of the same look, after an empty line or after its stem. */
function groupOf(segment: readonly LayoutLine[], size: number, isLast: boolean): LayoutGroup {
  const [first, ...rest] = segment;
  const stem = first ? [first] : [];
  const lines = rest.filter(({ field }) => !field);
  if (lines.length <= size) return { stem, options: lines };
  // What follows the last question may be no part of it; below a number, an empty line would tell.
  const end = first?.question == null ? size : lines.findIndex(({ apart }, at) => at > 0 && apart);
  const whole = end < 0 && isAllowed(lines.length) ? lines.length : Math.max(end, size);
  if (isLast) return { stem, options: lines.slice(0, whole) };
  const apart = lines.findLastIndex((line) => line.apart);
  const from = apart > 0 && isAllowed(lines.length - apart) ? apart : lines.length - size;
  return { stem: [...stem, ...lines.slice(0, from)], options: lines.slice(from) };
}

/** How a document reads when its stems are the lines that `isStem` picks; null when nothing repeats. */
export function layoutBy(lines: readonly LayoutLine[], isStem: IsStem): Layout | null {
  const parts = segmentsOf(lines, isStem);
  const count = (segment: readonly LayoutLine[]): number =>
    segment.filter(({ field }) => !field).length - 1;
  const size = usual(parts.found.map(count).filter(isAllowed));
  if (!isAllowed(size)) return null;
  const segments = splitSegments(parts, size).filter((segment) => segment.length > 1);
  const groups = segments.map((segment, index) =>
    groupOf(segment, size, index === segments.length - 1),
  );
  const regular = shareOf(segments, (segment) => count(segment) === size);
  return { groups: groups.filter(({ options }) => isAllowed(options.length)), regular };
}

/** Do the groups look like questions and answers, rather than like headings with text below? */
export function convinces({ groups, regular }: Layout): boolean {
  const options = groups.flatMap((group) => group.options);
  const stems = groups.flatMap(({ stem }) => stem.slice(0, 1));
  const asks = stems.reduce((sum, { asks: one }) => sum + one, 0) / stems.length;
  const isSteady = regular >= 0.9 && groups.length >= 5 && asks >= 0.2;
  return (
    groups.length >= fewest &&
    regular >= leastRegular &&
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

const asksOutright: IsStem = ({ asks, bullet }) => asks === 1 && bullet === null;

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
