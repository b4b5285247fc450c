import {
  isIgnoredField,
  isOptionsHeading,
  matchAnswerLine,
  matchExplanation,
  matchPoints,
} from './key-words.js';
import { leadingMark, matchBox, matchOptionLabel, type OptionMarker } from './labels.js';
import { listQuestionLabel, matchQuestionLabel, type QuestionMarker } from './question-marker.js';
import type { DocumentParagraph, SourceNumbering } from './source-document.js';
import { withSigns } from './sign-convention.js';
import { isBlank, linesOf, PICTURE, type Span } from './span.js';
import { findTrueFalsePair } from './true-false.js';

/** Everything one line could be, before its surroundings decide. */
export interface Reading {
  span: Span;
  blank: boolean;
  question: QuestionMarker | null;
  option: OptionMarker | null;
  /** An item of a bulleted list that carries no label of its own. */
  bullet: boolean;
  key: { value: string } | null;
  /** Length of the words that announce an explanation. */
  explanation: number | null;
  points: number | null;
  /** Left out, and why. */
  ignored: string | null;
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
  const found = matchAnswerLine(text);
  if (!found) return null;
  const value = found.value.replace(/[\])】）]$/, (end) =>
    /[[(【（]/.test(found.value) ? end : '',
  );
  if (!found.separated && !/^[(（]?(?:\p{L}|\d)[)）]?\.?$/u.test(value)) return null;
  return { value: value.replace(/^[\s_*.]+$|^\*+|\*+$/g, '').trim() };
}

function ignoredReason(text: string): string | null {
  if (isIgnoredField(text)) return 'It tells of an attempt or of an item bank.';
  if (isOptionsHeading(text)) return 'It only announces the options.';
  if (comment.test(text)) return 'It is a comment.';
  return rule.test(text) ? 'It is a line.' : null;
}

function isHeading(paragraph: DocumentParagraph, text: string): boolean {
  if (/^chinese|^japaneseC|^taiwaneseC/.test(paragraph.numbering?.format ?? '')) return true;
  if (/^(heading|title|subtitle|toc)\b/.test(paragraph.styleName)) return true;
  return sectionNumber.test(text) || sectionWord.test(text) || romanHeading.test(text);
}

function readLine(span: Span, numbering: SourceNumbering | null): Reading {
  const { text, paragraph } = span;
  const question = matchQuestionLabel(text);
  const listed = question?.style === 'keyword' ? null : listQuestionLabel(numbering);
  const option = optionOf(numbering, text);
  return {
    span,
    blank: isBlank(span),
    question: listed ?? question,
    option,
    bullet: numbering?.format === 'bullet',
    key: answerOf(text),
    explanation: matchExplanation(text),
    points: matchPoints(text),
    ignored: ignoredReason(text),
    heading: isHeading(paragraph, text),
    pair: text.includes(PICTURE) ? null : findTrueFalsePair(text),
  };
}

/** More lines than are ever looked ahead. */
const remembered = 256;

/**
 * The lines of a document by position, each read when it is asked for and soon forgotten: a document of
 * 100 000 lines would otherwise be in memory many times over.
 */
export class Readings {
  private readonly firstLines: number[] = [];
  private readonly owners: number[] = [];
  private recent = new Map<number, Reading>();
  private older = new Map<number, Reading>();

  /** With `signs`, lines are read by that convention (see sign-convention). */
  constructor(
    private readonly paragraphs: readonly DocumentParagraph[],
    private readonly signs = false,
  ) {
    paragraphs.forEach(({ inlines }, owner) => {
      this.firstLines.push(this.owners.length);
      this.owners.push(owner);
      for (const { type } of inlines) if (type === 'break') this.owners.push(owner);
    });
  }

  get length(): number {
    return this.owners.length;
  }

  at(index: number): Reading | undefined {
    const known = this.recent.get(index) ?? this.older.get(index);
    if (known) return known;
    const owner = this.owners[index];
    const paragraph = owner === undefined ? undefined : this.paragraphs[owner];
    if (!paragraph) return undefined;
    if (this.recent.size > remembered) {
      this.older = this.recent;
      this.recent = new Map();
    }
    const first = this.firstLines[owner ?? 0] ?? 0;
    linesOf(paragraph).forEach((span, line) => {
      const reading = readLine(span, line === 0 ? paragraph.numbering : null);
      this.recent.set(first + line, this.signs ? withSigns(reading) : reading);
    });
    return this.recent.get(index);
  }
}
