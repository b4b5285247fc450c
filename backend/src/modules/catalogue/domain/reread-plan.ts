/** Where a question was read, as far as it was recorded. */
export interface ReadFrom {
  paragraphs: readonly number[];
  number: string | null;
  /** Its place among the questions of its reading, from 0. */
  ordinal: number;
}

/** A question of the draft, in its order. `readFrom` is null when it was not read from this document. */
export interface FormerQuestion {
  id: string;
  readFrom: ReadFrom | null;
  edited: boolean;
}

/** What the new draft holds, in order: a question that stays, or one of the new reading. */
export type PlanEntry = { keep: string } | { take: number; insteadOf: string | null };

export interface RereadPlan {
  entries: PlanEntry[];
  /** How many questions read from this document stay as they were edited. */
  keptEdits: number;
}

/** How alike two places have to be, from 0 to 1, for one question to be the other read anew. */
const LEAST_LIKENESS = 0.5;
const SAME_START = 0.25;
const SAME_NUMBER = 0.1;
/** A paragraph that more questions share (a passage, a table of answers) tells none of them apart. */
const MOST_SHARERS = 100;

interface Pair {
  former: number;
  taken: number;
  likeness: number;
}

/** Which new questions were read from each paragraph. */
function readersOf(reading: readonly ReadFrom[]): Map<number, number[]> {
  const readers = new Map<number, number[]>();
  for (const [at, { paragraphs }] of reading.entries()) {
    for (const paragraph of paragraphs) {
      const known = readers.get(paragraph);
      if (known === undefined) readers.set(paragraph, [at]);
      else known.push(at);
    }
  }
  return readers;
}

/**
 * Shared paragraphs, each the less the more new questions share it; of all of both. Starting alike and bearing the
 * same number count too, and nearness decides between equals.
 */
function likenessOf(former: ReadFrom, found: ReadFrom, readers: Map<number, number[]>): number {
  const weight = (paragraph: number): number => 1 / (readers.get(paragraph)?.length ?? 1);
  const sum = (paragraphs: Iterable<number>): number => {
    let total = 0;
    for (const paragraph of paragraphs) total += weight(paragraph);
    return total;
  };
  const known = new Set(former.paragraphs);
  const shared = sum(found.paragraphs.filter((paragraph) => known.has(paragraph)));
  const all = sum(new Set([...former.paragraphs, ...found.paragraphs]));
  if (all === 0 || shared === 0) return 0;
  const start = former.paragraphs[0] === found.paragraphs[0] ? SAME_START : 0;
  return shared / all + start;
}

function tieBreak(former: ReadFrom, found: ReadFrom): number {
  const sameNumber = former.number !== null && former.number === found.number ? SAME_NUMBER : 0;
  return sameNumber - Math.min(Math.abs(former.ordinal - found.ordinal), 1000) / 1_000_000;
}

/** The paragraph a question begins at for the order: one of its own rather than a passage it shares. */
function startOf({ paragraphs }: ReadFrom, readers: Map<number, number[]>): number {
  const own = paragraphs.find((paragraph) => (readers.get(paragraph)?.length ?? 1) === 1);
  return own ?? paragraphs[0] ?? 0;
}

/** Does a question hold the beginnings of several of the other reading? Then it is none of them. */
function holdsSeveral({ paragraphs }: ReadFrom, starts: ReadonlySet<number>): boolean {
  return paragraphs.filter((paragraph) => starts.has(paragraph)).length > 1;
}

/** Pairs of former and new questions that are the same one, each in one pair at most: likest first. */
function matchQuestions(
  formers: readonly (ReadFrom | null)[],
  reading: readonly ReadFrom[],
  readers: Map<number, number[]>,
): Map<number, number> {
  const places = formers.filter((place) => place !== null);
  const formerReaders = readersOf(places);
  const formerStarts = new Set(places.map((place) => startOf(place, formerReaders)));
  const starts = new Set(reading.map((found) => startOf(found, readers)));
  const pairs: Pair[] = [];
  for (const [former, place] of formers.entries()) {
    if (place === null || holdsSeveral(place, starts)) continue;
    const near = place.paragraphs
      .map((paragraph) => readers.get(paragraph) ?? [])
      .filter((sharers) => sharers.length <= MOST_SHARERS)
      .flat();
    for (const taken of new Set([...near, place.ordinal])) {
      const found = reading[taken];
      if (found === undefined || holdsSeveral(found, formerStarts)) continue;
      const likeness = likenessOf(place, found, readers);
      if (likeness < LEAST_LIKENESS) continue;
      pairs.push({ former, taken, likeness: likeness + tieBreak(place, found) });
    }
  }
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const { former, taken } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (matched.has(former) || used.has(taken)) continue;
    matched.set(former, taken);
    used.add(taken);
  }
  return matched;
}

/**
 * What becomes of a draft when its document is read anew. Questions come in the order of the document. One edited by
 * hand stays as it is, in the place of what was read for it now; one removed by hand does not come back; one added by
 * hand stays behind the question it followed; all others are replaced. `removed`: where removed ones were read.
 */
export function planReread(
  formers: readonly FormerQuestion[],
  removed: readonly ReadFrom[],
  reading: readonly ReadFrom[],
): RereadPlan {
  const readers = readersOf(reading);
  const places = [...formers.map(({ readFrom }) => readFrom), ...removed];
  const matched = matchQuestions(places, reading, readers);
  const insteadOf = new Map<number, string | null>();
  const gone = new Set<number>();
  for (const [former, taken] of matched) {
    const question = formers[former];
    if (question === undefined || question.edited) gone.add(taken);
    else insteadOf.set(taken, question.id);
  }
  const starts = reading.map((found) => startOf(found, readers));
  const slotOf = (place: ReadFrom): number => {
    const start = startOf(place, readers);
    const after = starts.findIndex((one) => one > start);
    return (after === -1 ? starts.length : after) - 0.5;
  };
  const slots: { slot: number; entry: PlanEntry }[] = reading.flatMap((_, take) =>
    gone.has(take) ? [] : { slot: take, entry: { take, insteadOf: insteadOf.get(take) ?? null } },
  );
  let before: { former: number; readFrom: ReadFrom } | null = null;
  for (const [former, { id, readFrom, edited }] of formers.entries()) {
    if (readFrom !== null) before = { former, readFrom };
    if (readFrom !== null && !edited) continue;
    const slot = before && (matched.get(before.former) ?? slotOf(before.readFrom));
    slots.push({ slot: slot ?? -1, entry: { keep: id } });
  }
  const keptEdits = formers.filter(({ readFrom, edited }) => readFrom !== null && edited).length;
  return {
    entries: slots.toSorted((a, b) => a.slot - b.slot).map(({ entry }) => entry),
    keptEdits,
  };
}
