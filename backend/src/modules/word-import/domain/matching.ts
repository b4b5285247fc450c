import type { DraftOption } from './draft-option.js';
import { claim, newDraft, type Draft } from './draft.js';
import { findNextLabel, placesOf, type LabelFamily, type OptionMarker } from './labels.js';
import { readMatchingKeys, type MatchingKeys } from './matching-keys.js';
import { numberedOption } from './option-rules.js';
import { splitOptions } from './option-line.js';
import { matchQuestionLabel, type QuestionMarker } from './question-marker.js';
import { readLine, type Reading } from './reading.js';
import type { Readings } from './readings.js';
import { sliceSpan, trimSpan, type Span } from './span.js';

/** Words that announce a matching exercise, by language; to add a language, add its words. */
const announcements: readonly string[] = [
  String.raw`match(?:ing)?(?:\s+(?:questions?|exercise|the|each|these|items?|columns?|words?|terms?|every|a)\b.*)?`,
  String.raw`(?:nối|ghép)\s.*(?:cột|mỗi|với|các).*`,
  String.raw`(?:连线|配对|匹配|連線|配對)题?.*`,
  String.raw`(?:соотнесите|сопоставьте|установите\s+соответствие).*`,
  String.raw`(?:relaciona|relacione|empareja|une|asocia|associe|ligue)\s.*(?:colum|\bcon\b|\bcom\b).*`,
  String.raw`(?:associez|reliez|abbina|collega|jodohkan|pasangkan|cocokkan)\s.*`,
  String.raw`(?:ordnen\s+sie|ordne)\s.*\bzu\b.*`,
];
const announcement = new RegExp(`^\\s*(?:${announcements.join('|')})\\s*[:：.…]?\\s*$`, 'iu');
const partName =
  /^\s*(?:(?:part|section|phần|часть|parte|teil|bagian)\s+\w{1,4}|[IVX]{1,5}|[A-H])\s*[.:)–—-]\s*/iu;
const columnName =
  /^\s*(?:column|col|cột|list|group|set|колонка|столбец|columna|coluna|colonne|spalte|colonna|kolom)\s*[-–]?\s*(?:[AB12]|I{1,2})(?![\p{L}\d]).{0,60}$/iu;
/** Options that name pairs or numbers choose among statements: no list to match with. */
const namesItems = /^[\d\s,;.&–—-]+$|^[([]?\d{1,2}\s?[-–—→:.)]*\s?[a-j](?![\p{L}\d])/iu;
const families: readonly LabelFamily[] = ['lower', 'upper', 'cyrillicUpper', 'cyrillicLower'];
const fewest = 2;

interface Lists {
  /** The numbered items, and the lettered ones they are matched with. */
  left: DraftOption[];
  right: DraftOption[];
  /** Both stand on one line. */
  beside: boolean;
}

/** Questions read from a matching exercise, and the position of its last line. */
interface Matching {
  drafts: Draft[];
  last: number;
}

interface Line {
  span: Span;
  raw: Reading;
  /** Its table, when it stands in one. */
  table: number | null;
}

/** The line as its own words read, whatever its table was taken for. */
function lineAt(readings: Readings, index: number): Line | null {
  const span = readings.at(index)?.span;
  if (!span) return null;
  const { paragraph } = span;
  const isFirst = readings.at(index - 1)?.span.paragraph !== paragraph;
  const raw = readLine(span, isFirst ? paragraph.numbering : null);
  return { span, raw, table: paragraph.place?.table ?? null };
}

function takeRight(span: Span, option: OptionMarker, { right }: Lists): boolean {
  const before = right.at(-1);
  const place = placesOf(option).find(
    ({ family, ordinal }) =>
      ordinal === right.length + 1 && (before === undefined || family === before.family),
  );
  if (!place) return false;
  right.push(...splitOptions(span, { ...option, ...place }, undefined));
  return true;
}

/** Where the lettered item begins that stands beside a numbered one. */
function besideAt({ text }: Span, from: number, { right }: Lists): number | null {
  const family = right[0]?.family;
  for (const one of families.filter((other) => family === undefined || other === family)) {
    const found = findNextLabel(text, from, one, right.length + 1);
    if (found?.sure) return found.at;
  }
  return null;
}

function takeLeft(line: Line, marker: QuestionMarker, lists: Lists): boolean {
  const { left, right, beside } = lists;
  if (marker.style === 'keyword' || marker.value !== left.length + 1) return false;
  const at = besideAt(line.span, marker.from, lists);
  const inTable = line.table !== null && line.table === left[0]?.spans[0]?.paragraph.place?.table;
  if (right.length > 0 && !inTable && (at === null || !beside)) return false;
  const span = sliceSpan(line.span, 0, at ?? undefined);
  left.push(...splitOptions(span, numberedOption(marker, span.text), undefined));
  if (at === null) return true;
  lists.beside = true;
  const rest = sliceSpan(line.span, at);
  const { option } = readLine(rest, null);
  return option !== null && takeRight(rest, option, lists);
}

const isSameCell = (a: Span['paragraph'], b: Span['paragraph']): boolean =>
  a.place !== null && JSON.stringify(a.place) === JSON.stringify(b.place);

function takeLine(line: Line, lists: Lists): boolean {
  const { span, raw, table } = line;
  if (raw.question) return takeLeft(line, raw.question, lists);
  if (raw.option && takeRight(span, raw.option, lists)) return true;
  if (lists.left.length === 0) return columnName.test(span.text) || table !== null;
  const before = [lists.left.at(-1), lists.right.at(-1)].find(
    (item) => item?.spans[0] && isSameCell(item.spans[0].paragraph, span.paragraph),
  );
  before?.spans.push(trimSpan(span));
  return before !== undefined;
}

interface Found {
  lists: Lists;
  /** The lines between the announcement and the first item, such as the names of columns. */
  spans: Span[];
  last: number;
}

function findLists(readings: Readings, index: number): Found | null {
  const lists: Lists = { left: [], right: [], beside: false };
  const spans: Span[] = [];
  let last = index;
  let at = index + 1;
  for (let line = lineAt(readings, at); line; at += 1, line = lineAt(readings, at)) {
    if (line.raw.blank) continue;
    if (!takeLine(line, lists)) break;
    spans.push(line.span);
    last = at;
  }
  const { left, right } = lists;
  const next = lineAt(readings, at)?.raw;
  const isWhole = left.length >= fewest && right.length >= fewest;
  const areNames = right.some(({ spans: [first] }) => namesItems.test(first?.text ?? ''));
  // Another list of letters holds the options of one question about the pairs.
  if (!isWhole || areNames || next?.option) return null;
  return { lists, spans, last };
}

interface Announced {
  span: Span;
  /** The number of the question that the exercise is. */
  number: string;
  /** What is to be done, where it says more than that it is an exercise. */
  task: Span | null;
}

function announcedBy({ span, question, role }: Reading): Announced | null {
  if (role !== null) return null;
  const from = question?.from ?? partName.exec(span.text)?.[0].length ?? 0;
  const task = trimSpan(sliceSpan(span, from));
  const words = task.text.split(/\s+/u).length;
  if (!announcement.test(task.text)) return null;
  return { span, number: question?.label ?? '', task: words > 2 ? task : null };
}

function draftOf(
  item: DraftOption,
  position: number,
  { span, number, task }: Announced,
  { lists, spans }: Found,
  { pairs, unclear }: MatchingKeys,
): Draft {
  const label = number === '' ? String(position) : `${number}.${position}`;
  const old = matchQuestionLabel(item.label);
  const draft = newDraft({ style: 'matching', value: position, label, from: old?.from ?? 0 });
  draft.aside = 'matching';
  draft.stem = [...(task ? [task] : []), ...item.spans];
  draft.options = lists.right.map((option) => ({ ...option, spans: [...option.spans] }));
  draft.keys = pairs.filter((pair) => pair.left === position);
  draft.closed = true;
  draft.notes.push({ code: 'MATCHING_SPLIT', span: item.spans[0] ?? span });
  if (unclear) draft.notes.push({ code: 'KEY_AMBIGUOUS', span: unclear });
  claim(draft, span, ...spans, ...draft.keys.map((key) => key.span));
  if (unclear) claim(draft, unclear);
  return draft;
}

/**
 * The matching exercise that a line announces: numbered items, lettered ones to match them with, and pairs
 * such as `1-c, 2-a` below. One question for each numbered item; null where the lists are not plain.
 */
export function readMatching(readings: Readings, index: number): Matching | null {
  const reading = readings.at(index);
  const announced = reading ? announcedBy(reading) : null;
  const found = announced && findLists(readings, index);
  if (!found) return null;
  const keys = readMatchingKeys(readings, found.last, found.lists.left, found.lists.right);
  const drafts = found.lists.left.map((item, at) => draftOf(item, at + 1, announced, found, keys));
  return { drafts, last: keys.last };
}
