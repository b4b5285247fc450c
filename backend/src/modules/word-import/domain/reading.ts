import {
  isIgnoredField,
  isKeyHeading,
  isOptionsHeading,
  matchAnswerLine,
  matchExplanation,
  matchPoints,
} from './key-words.js';
import { leadingMark, matchBox, matchOptionLabel, type OptionMarker } from './labels.js';
import type { NoteCode } from './notes.js';
import { listQuestionLabel, matchQuestionLabel, type QuestionMarker } from './question-marker.js';
import type { LineRole } from './roles.js';
import type { DocumentParagraph, SourceNumbering } from './source-document.js';
import { matchQuizField, type QuizField } from './quiz-fields.js';
import { isBlank, PICTURE, type Span } from './span.js';
import { findTrueFalsePair } from './true-false.js';

/** Everything one line could be, before its surroundings decide. */
export interface Reading {
  span: Span;
  /** What the line was declared to be by its surroundings; comes before all else. */
  role: LineRole | null;
  blank: boolean;
  question: QuestionMarker | null;
  option: OptionMarker | null;
  key: { value: string } | null;
  /** One of the answers that may be typed: there can be several. */
  accepted: string | null;
  /** Room for an answer that a person has to mark. */
  essay: boolean;
  /** Feedback by a sign of plain-text markup: it may stand below the question itself. */
  markup: boolean;
  /** What the document says of the quiz as a whole, or of a question. */
  field: QuizField | null;
  /** Length of the words that announce an explanation. */
  explanation: number | null;
  points: number | null;
  /** Left out, and why. */
  ignored: NoteCode | null;
  heading: boolean;
  /** `True / False` on one line. */
  pair: { from: number; to: number }[] | null;
}

const letterFormats = new Set([
  ...['lowerLetter', 'upperLetter', 'russianLower', 'russianUpper', 'arabicAlpha', 'hebrew1'],
]);
const sectionNumber =
  /^\s*(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十]+[)）])/u;
const sectionWord =
  /^\s*(?:part|section|chapter|unit|phần|chương|часть|раздел|bagian|sección|parte|partie|teil|bölüm)\s+(?:[IVX]+|\d+|[A-Z]|one|two|three)(?![\p{L}\p{N}])/iu;
const romanHeading =
  /^\s*(?:I|II|III|IV|V|VI|VII|VIII|IX|X)\s*[.:)]\s*(?=[\p{Lu}\d\s\p{P}]{6,})[^\p{Ll}]{4,}/u;
const comment = /^\s*(?:#|\/\/)\s/;
/** A line of nothing but marks of a question bank: `[<br>]`, `[<df>]0.4[</df>]`. */
const tags = /^\s*(?:\[<\/?[\p{L}\d]+>\]\s*[\d.,]*\s*)+$/u;
const rule = /^[\s_\-–—=*.•·~]{3,}$/;

function listOption(numbering: SourceNumbering | null, text: string): OptionMarker | null {
  if (!numbering || !letterFormats.has(numbering.format)) return null;
  const mark = leadingMark.exec(text);
  return {
    family: 'list',
    ordinal: numbering.value,
    label: numbering.label.replace(/[^\p{L}\p{N}]/gu, ''),
    marked: mark !== null,
    from: mark?.[0].length ?? 0,
  };
}

function optionOf(numbering: SourceNumbering | null, text: string): OptionMarker | null {
  const typed = listOption(numbering, text) ?? matchOptionLabel(text);
  if (typed) return typed;
  const box = matchBox(text);
  return box && { ...box, family: 'box', ordinal: 0, label: '' };
}

/** The answer a text announces (`Answer: B`), empty when it announces one and gives none. */
export function answerOf(text: string): { value: string } | null {
  if (isKeyHeading(text)) return { value: '' };
  const found = matchAnswerLine(text);
  if (!found) return null;
  const value = found.value.replace(/[\])】）]$/, (end) =>
    /[[(【（]/.test(found.value) ? end : '',
  );
  if (!found.separated && !/^[(（]?(?:\p{L}|\d)[)）]?\.?$/u.test(value)) return null;
  return { value: value.replace(/^[\s_*.]+$|^\*+|\*+$/g, '').trim() };
}

function ignoredReason(text: string): NoteCode | null {
  if (isIgnoredField(text)) return 'ATTEMPT_OR_BANK';
  if (isOptionsHeading(text)) return 'OPTIONS_HEADING';
  if (comment.test(text)) return 'COMMENT';
  if (tags.test(text)) return /\]\s*\d/.test(text) ? 'QUESTION_FIELD' : 'RULE';
  return rule.test(text) ? 'RULE' : null;
}

function isHeading(paragraph: DocumentParagraph, text: string): boolean {
  if (paragraph.numbering?.format === 'bullet') return false;
  if (/^chinese|^japaneseC|^taiwaneseC/.test(paragraph.numbering?.format ?? '')) return true;
  if (/^(heading|title|subtitle|toc)\b/.test(paragraph.styleName)) return true;
  return sectionNumber.test(text) || isPart(text) || romanHeading.test(text);
}

/** `Part II`, `PHẦN 1: …`, but no sentence that begins so: `Part 2 of the story tells of whom?` */
function isPart(text: string): boolean {
  const named = sectionWord.exec(text)?.[0];
  return (
    named !== undefined && !/^\s+\p{Ll}.*[.?:…？]\s*(?:\(.*\))?$/u.test(text.slice(named.length))
  );
}

/** Reads one line on its own; `numbering` is that of its paragraph, for the first line only. */
export function readLine(span: Span, numbering: SourceNumbering | null): Reading {
  const { text, paragraph } = span;
  const question = matchQuestionLabel(text);
  const listed = question?.style === 'keyword' ? null : listQuestionLabel(numbering);
  const option = optionOf(numbering, text);
  return {
    span,
    role: null,
    blank: isBlank(span),
    question: listed ?? question,
    option,
    key: answerOf(text),
    accepted: null,
    essay: false,
    markup: false,
    field: matchQuizField(text),
    explanation: matchExplanation(text),
    points: matchPoints(text),
    ignored: ignoredReason(text),
    heading: isHeading(paragraph, text),
    pair: text.includes(PICTURE) ? null : findTrueFalsePair(text),
  };
}
