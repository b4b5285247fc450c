import type { Draft } from './draft.js';
import { placesOf, type OptionMarker } from './labels.js';
import { numberComes, sharedListFollows } from './lookahead.js';
import { splitOptions } from './option-line.js';
import { opening } from './option-rules.js';
import type { Passage } from './passage.js';
import type { Reading } from './reading.js';
import type { Readings } from './readings.js';
import type { Span } from './span.js';

const questionWords =
  'questions?|items?|numbers?|nos?\\.?|câu(?: hỏi)?(?: số)?|soal|nomor|вопрос\\p{L}*|задани\\p{L}*|preguntas?|quest(?:ões|ão)|fragen?|aufgaben?|sorular\\p{L}*|第';
const until =
  '[-–—−~～]|to|through|and|đến|tới|và|sampai(?: dengan)?|s\\.?/?d\\.?|hingga|dan|до|по|и|al?|y|à|et|bis|und|至|到|和';
const sign = '[^\\p{L}\\p{N}]';
const numbered = `(?:${questionWords})(?!\\p{L})${sign}{0,4}`;
const filler = `(?:(?:từ|from|số|numbers?|nos?|nomor|с|de|von)${sign}{1,3})?`;
const range = new RegExp(
  `(?<!\\p{L})${numbered}${filler}(?:${numbered})?(\\d{1,3})${sign}{0,4}?(?:${until})${sign}{0,4}(?:${numbered})?(\\d{1,3})(?!\\d)`,
  'iu',
);
const cjkRange = /(\d{1,3})\s*(?:[-–—~～]|至|到)\s*(?:第\s*)?(\d{1,3})\s*(?:小?题|小?題|問)/u;
/** No text serves more questions than this. */
const mostQuestions = 60;

/** `Questions 5 to 8 refer to …`: the numbers of the questions that a line speaks of, or null. */
export function announcedNumbers(text: string): { first: number; last: number; at: number } | null {
  if (!/\d/.test(text)) return null;
  const found = range.exec(text) ?? cjkRange.exec(text);
  const [first, last] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || !(first < last && last - first < mostQuestions)) return null;
  return { first, last, at: found.index };
}

/** The passage that a line opens; null when the line is a question, an answer or the like itself. */
export function openedPassage(readings: Readings, index: number): Passage | null {
  const reading = readings.at(index);
  if (!reading) return null;
  const { span, question, option, key, ignored, explanation, role } = reading;
  if (role ?? option ?? key ?? ignored ?? explanation) return null;
  const found = announcedNumbers(span.text);
  if (!found) return null;
  // `Question 3 – 5 apples …` is a question: the numbers of an announcement are still to come.
  const { first, last } = found;
  const comes = { number: first, style: question?.style ?? '' };
  if (question && (found.at > 1 || !numberComes(readings, index, comes))) return null;
  const lines = [span];
  return { first, last, lines, options: [], optionLines: new Set(), used: false };
}

/** Is the question with this number one of those it serves? */
export const serves = ({ first, last }: Passage, number: number): boolean =>
  number >= first && number <= last;

/** Its lines as students read them: `listed` are the options that each question is given itself. */
export const textLines = ({ lines, optionLines }: Passage, listed: boolean): Span[] =>
  listed ? lines.filter((line) => !optionLines.has(line)) : lines;

/** The marker of an option of the list that all the questions choose from, or null. */
function sharedMarker(
  passage: Passage,
  option: OptionMarker,
  readings: Readings,
  index: number,
): OptionMarker | null {
  const last = passage.options.at(-1);
  if (last) {
    const place = placesOf(option).find(({ ordinal }) => ordinal === last.ordinal + 1);
    return place ? { ...option, ...place } : null;
  }
  const first = opening(option, () => true);
  return first && sharedListFollows(readings, index, passage.first) ? first : null;
}

/** Takes a line of the list that stands before all the questions that choose from it. */
export function takeSharedOption(
  passage: Passage,
  { span, option }: Reading,
  readings: Readings,
  index: number,
): boolean {
  const marker = option && sharedMarker(passage, option, readings, index);
  if (!marker) return false;
  passage.lines.push(span);
  passage.optionLines.add(span);
  passage.options.push(...splitOptions(span, marker, undefined));
  return true;
}

/** Is this the next question of those that choose from one list? It has no options of its own to tell it by. */
export function choosesFromList(passage: Passage | null, number: number, last: number): boolean {
  if (!passage || passage.options.length < 2 || !serves(passage, number)) return false;
  return number === passage.first || number === last + 1;
}

/** A question without options of its own is given those it shares. No look of them tells its answer. */
export function shareOptions(draft: Draft): void {
  const { passage } = draft;
  if (!passage || passage.options.length < 2 || draft.options.length > 0) return;
  const lookless = (span: Span): Span => ({
    ...span,
    pieces: span.pieces.map((piece) => ({ ...piece, format: null })),
  });
  draft.sharesOptions = true;
  draft.options = passage.options.map((option) => ({
    ...option,
    marked: false,
    labelSpan: lookless(option.labelSpan),
    spans: option.spans.map(lookless),
  }));
}
