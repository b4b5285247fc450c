import type { ImportChoices } from '../../../../shared/import-choices.js';
import { leadingMark } from '../labels.js';
import type { QuestionMarker } from '../question-marker.js';
import type { Reading } from '../reading.js';
import type { Readings } from '../readings.js';
import type { LineRole, Role } from '../roles.js';
import type { Span } from '../span.js';

/** What the layout of a document is judged by: a line with something on it, and how it looks. */
export interface LayoutLine {
  paragraph: number;
  /** Which of its paragraph's lines it is, from 0. */
  line: number;
  text: string;
  /** The text with its outer spaces: positions count in it. */
  written: string;
  /** An empty line stands before it. */
  apart: boolean;
  /** 1 when it asks something, ½ when it announces something, 0 otherwise. */
  asks: number;
  question: QuestionMarker | null;
  /** It carries a label of an option: the ordinary reading understands it. */
  labelled: boolean;
  /** It says itself what it is: an answer, points, something to leave out. */
  field: boolean;
  heading: boolean;
  bold: boolean;
  /** Glyph of a bullet, of Word's own list or typed; null for other lines. */
  bullet: string | null;
  /** Everything that sets one kind of line apart from another. */
  look: string;
  /** Where its words begin after a bullet. */
  from: number;
}

const asking = /(?:[?？؟;]|_{3,}|…|\.{3,}|[(（]\s*[)）])[\s"'”’»)\]*.]*$|_{4,}/u;
const announcing = /[:：][\s*]*$/u;
const typedBullet = /^\s*([•●○◦▪■□‣⁃∙·–—-]|[o§](?=\s))\s*(?=\S)/u;

/** 1 when a text asks something, ½ when it announces something, 0 otherwise. */
export function asksOf(text: string): number {
  if (asking.test(text)) return 1;
  return announcing.test(text) ? 0.5 : 0;
}

function isBold(span: Span): boolean {
  const words = span.pieces.filter(({ text }) => /\S/.test(text));
  return words.length > 0 && words.every(({ format }) => format?.bold === true);
}

function bulletOf({ span }: Reading, isFirst: boolean): { glyph: string; from: number } | null {
  const { numbering } = span.paragraph;
  if (isFirst && numbering?.format === 'bullet')
    return { glyph: `list${numbering.level}`, from: 0 };
  const typed = typedBullet.exec(span.text);
  return typed && { glyph: typed[1] ?? '', from: typed[0].length };
}

function isField({ key, explanation, points, ignored, role, pair }: Reading): boolean {
  const said = [key, explanation, points, ignored, role, pair];
  return said.some((value) => value !== null);
}

function layoutLine(reading: Reading, line: number, apart: boolean): LayoutLine {
  const { span, question, heading } = reading;
  const bullet = bulletOf(reading, line === 0);
  const bold = isBold(span);
  const { styleName, numbering } = span.paragraph;
  const list = line === 0 && numbering ? `${numbering.format}${numbering.level}` : '';
  return {
    paragraph: span.paragraph.index,
    line,
    text: span.text.trim(),
    written: span.text,
    apart,
    asks: asksOf(span.text),
    question: bullet ? null : question,
    labelled: reading.option !== null,
    field: isField(reading),
    heading,
    bold,
    bullet: bullet?.glyph ?? null,
    look: [styleName, list, bold, bullet?.glyph ?? ''].join('|'),
    from: bullet?.from ?? 0,
  };
}

/** The lines of a document outside of tables, in order; empty ones only leave their trace in `apart`. */
export function layoutLines(readings: Readings): LayoutLine[] {
  const lines: LayoutLine[] = [];
  let apart = true;
  let paragraph = -1;
  let line = 0;
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings.at(at);
    if (!reading) continue;
    line = reading.span.paragraph.index === paragraph ? line + 1 : 0;
    paragraph = reading.span.paragraph.index;
    if (reading.blank) apart = true;
    else if (reading.span.paragraph.place === null) {
      lines.push(layoutLine(reading, line, apart));
      apart = false;
    }
  }
  return lines;
}

/** A question as its layout shows it. */
export interface LayoutGroup {
  stem: LayoutLine[];
  options: LayoutLine[];
  /** Where its stem ends, or the question itself, is a guess. */
  unsure?: boolean;
}

/** Gathers roles line by line, since several lines may share a paragraph. */
export class RoleSheet {
  private readonly lines = new Map<number, (LineRole | null)[]>();

  set({ paragraph, line }: Pick<LayoutLine, 'paragraph' | 'line'>, role: LineRole): void {
    const roles = this.lines.get(paragraph) ?? [];
    while (roles.length < line) roles.push(null);
    roles[line] = role;
    this.lines.set(paragraph, roles);
  }

  /**
   * A question with its options; numbers that count these are their labels. `doubt` is the choice that would
   * say the same of an unsure one.
   */
  setGroup({ stem, options, unsure }: LayoutGroup, doubt?: ImportChoices): void {
    stem.forEach((line, index) => {
      const { value = 0, label = '', from = 0 } = line.question ?? {};
      const first: LineRole = { kind: 'question', number: value, label, from };
      const doubted: LineRole = unsure && doubt ? { ...first, unsure: doubt } : first;
      this.set(line, index === 0 ? doubted : { kind: 'stem' });
    });
    const areNumbered = options.every(({ question }, index) => question?.value === index + 1);
    options.forEach((line, index) => {
      const number = areNumbered ? line.question : null;
      const start = number?.from ?? line.from;
      const mark = leadingMark.exec(line.written.slice(start));
      const from = start + (mark?.[0].length ?? 0);
      const label = number?.label ?? '';
      this.set(line, { kind: 'option', ordinal: index + 1, label, marked: mark !== null, from });
    });
  }

  roles(): ReadonlyMap<number, Role> {
    return new Map(
      [...this.lines].map(([paragraph, lines]) => [paragraph, { kind: 'lines', lines }]),
    );
  }
}
