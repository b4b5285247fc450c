import type { Readings } from '../readings.js';
import type { Reading } from '../reading.js';
import type { Roles } from '../roles.js';
import { asksItself } from '../sub-questions.js';
import { RoleSheet } from './layout-lines.js';

/** The first line of a record in an export of an item bank: `Item ID: 30324 …`, `Question ID: 7`. */
const header =
  /^\s*(?:(?:item|question|quiz|câu hỏi|вопрос|pregunta|soal|frage|domanda)\s+)?(?:id|uid|qid|code|ref|mã|код|kode)\s*[:：#.]+\s*([\p{L}\d._-]{1,24})(?![\p{L}\d])/iu;
const fieldName = /^\s*([\p{L}][^:：]{1,40})[:：]/u;
const fewest = 2;

interface RecordLine {
  reading: Reading;
  line: number;
}

/** The lines of each record, from its header to the next. */
function recordsOf(readings: Readings): RecordLine[][] {
  const records: RecordLine[][] = [];
  let paragraph = -1;
  let line = 0;
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings.at(at);
    if (!reading) continue;
    const { index } = reading.span.paragraph;
    line = index === paragraph ? line + 1 : 0;
    paragraph = index;
    if (header.test(reading.span.text)) records.push([]);
    if (!reading.blank) records.at(-1)?.push({ reading, line });
  }
  return records;
}

const startsOptions = ({ reading: { option, span } }: RecordLine): boolean =>
  option?.ordinal === 1 && !asksItself(span.text);

/** What is repeated at the end of records: the name of a field, or a whole line such as `End of item`. */
const repeatedPart = ({ reading: { span } }: RecordLine): string =>
  (fieldName.exec(span.text)?.[1] ?? span.text).trim().toLowerCase();

/** The lines after a record's options, less those that say themselves what they are. */
function tailOf(record: readonly RecordLine[]): RecordLine[] {
  const keyed = record.findLastIndex(({ reading }) => reading.key !== null);
  const last = record.findLastIndex(({ reading }) => reading.option !== null);
  return record
    .slice(Math.max(keyed, keyed < 0 ? last : keyed) + 1)
    .filter(({ reading: { explanation, points } }) => explanation === null && points === null);
}

/** Where statistics and the like begin: at the first part that at least half of the records repeat. */
function metaOf(tails: readonly RecordLine[][]): RecordLine[] {
  const counts = new Map<string, number>();
  for (const tail of tails) {
    for (const part of new Set(tail.map(repeatedPart)))
      counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const least = Math.max(fewest, tails.length / 2);
  return tails.flatMap((tail) => {
    const from = tail.findIndex((line) => (counts.get(repeatedPart(line)) ?? 0) >= least);
    return from < 0 ? [] : tail.slice(from);
  });
}

/** The roles of an item bank's records; none for documents whose questions announce themselves. */
export function itemBankRoles(readings: Readings): Roles {
  const sheet = new RoleSheet();
  const records = recordsOf(readings);
  const isWhole = (record: readonly RecordLine[]): boolean =>
    record.some(startsOptions) &&
    record.slice(1).every(({ reading: { question } }) => question?.style !== 'keyword');
  if (records.length < fewest || records.filter(isWhole).length < records.length * 0.8) {
    return sheet.roles();
  }
  for (const [first] of records) {
    if (!first) continue;
    const { span } = first.reading;
    const label = header.exec(span.text)?.[1] ?? '';
    const place = { paragraph: span.paragraph.index, line: first.line };
    sheet.set(place, { kind: 'question', number: 0, label, from: span.text.length });
  }
  for (const { reading, line } of metaOf(records.map(tailOf))) {
    const place = { paragraph: reading.span.paragraph.index, line };
    sheet.set(place, { kind: 'ignored', reason: 'ATTEMPT_OR_BANK' });
  }
  return sheet.roles();
}
