import { matchOptionLabel } from '../labels.js';
import { matchQuestionLabel } from '../question-marker.js';
import type { Readings } from '../readings.js';
import type { Roles } from '../roles.js';
import { PICTURE, type Span } from '../span.js';
import { asksOf, RoleSheet } from './layout-lines.js';

/** The results page of an online form, pasted: stem, score `1/1`, options; colours tell the chosen one. */
const score = /^\s*(\d+(?:[.,]\d+)?)\s*\/\s*(\d+(?:[.,]\d+)?)\s*$/;
const required = /^\s*\*\s*$/;
const correctHeading =
  /^\s*(?:correct answers?|respuestas? correctas?|réponses? correctes?|richtige antwort(?:en)?|respostas? corretas?|risposta corretta|đáp án đúng|câu trả lời đúng|jawaban yang benar|правильны[йе] ответы?|正确答案|正解)\s*$/iu;
const fewestScores = 3;

/** A fraction in a list of Word's own is an item of it, not a score. */
const isScore = ({ span, text }: FormLine): boolean =>
  span.paragraph.numbering === null && score.test(text);

interface FormLine {
  span: Span;
  paragraph: number;
  line: number;
  apart: boolean;
  text: string;
  colour: string;
}

interface FormQuestion {
  stem: FormLine[];
  score: FormLine;
  /** Pictures between score and options. */
  pictures: FormLine[];
  options: FormLine[];
  heading: FormLine | null;
  correct: FormLine[];
}

/** Colour of a line's words; the red star of a required question does not count. */
function colourOf(span: Span): string {
  const words = span.pieces.filter(({ text }) => /[^\s*]/.test(text));
  const colours = new Set(words.map(({ format }) => format?.colour ?? ''));
  return colours.size === 1 ? ([...colours][0] ?? '') : '';
}

function formLines(readings: Readings): FormLine[] {
  const lines: FormLine[] = [];
  let apart = true;
  let paragraph = -1;
  let line = 0;
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings.at(at);
    if (!reading) continue;
    const { span } = reading;
    line = span.paragraph.index === paragraph ? line + 1 : 0;
    paragraph = span.paragraph.index;
    if (!reading.blank) {
      lines.push({ span, paragraph, line, apart, text: span.text.trim(), colour: colourOf(span) });
    }
    apart = reading.blank;
  }
  return lines;
}

const isVivid = (colour: string): boolean => {
  const channels = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels) >= 64;
};

/** Where the next question's stem begins among the lines below a score; the last one is surely of it. */
function stemStart(lines: readonly FormLine[], grey: string): number {
  const isStem = ({ text, colour }: FormLine): boolean => required.test(text) || isVivid(colour);
  const afterOthers = lines.findLastIndex((line) => !isStem(line)) + 1;
  if (lines.slice(afterOthers).some(({ text }) => !required.test(text))) return afterOthers;
  // Not set apart by a colour: below the options nobody chose, one line at most is the chosen one.
  const afterGrey = lines.findLastIndex(({ colour }) => colour === grey) + 1;
  const isChosenAbove = lines.slice(0, afterGrey).some(({ colour }) => colour !== grey);
  const isChosenLast = !isChosenAbove && afterOthers - afterGrey > 1;
  return Math.min(afterGrey + Number(isChosenLast), Math.max(afterOthers - 1, 0));
}

/** The colour that most lines right below a score have: that of the options nobody chose. */
function commonColour(lines: readonly FormLine[]): string {
  const counts = new Map<string, number>();
  lines.forEach(({ text }, index) => {
    if (!score.test(text)) return;
    for (const { colour } of lines.slice(index + 1, index + 3)) {
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  });
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

const isPicture = ({ text }: FormLine): boolean => text.replaceAll(PICTURE, '').trim() === '';

/** The lines below a score: pictures of the question, its options, and the right answer where it was missed. */
function bodyOf(below: readonly FormLine[]): Omit<FormQuestion, 'stem' | 'score'> {
  const shown = below.every(isPicture) ? 0 : below.findIndex((line) => !isPicture(line));
  const pictures = below.slice(0, shown);
  const lines = below.slice(shown);
  const at = lines.findIndex(({ text }) => correctHeading.test(text));
  if (at < 0) return { pictures, options: lines, heading: null, correct: [] };
  return {
    pictures,
    options: lines.slice(0, at),
    heading: lines[at] ?? null,
    correct: lines.slice(at + 1),
  };
}

function questionsOf(lines: readonly FormLine[]): FormQuestion[] {
  const scores = lines.flatMap((line, index) => (isScore(line) ? [index] : []));
  const colour = commonColour(lines);
  const first = scores[0] ?? 0;
  let stem = lines.slice(stemStart(lines.slice(0, first), colour), first);
  return scores.flatMap((at, index): FormQuestion[] => {
    const end = scores[index + 1] ?? lines.length;
    const below = lines.slice(at + 1, end);
    const cut = end === lines.length ? below.length : stemStart(below, colour);
    const scored = lines[at];
    const question = scored && { stem, score: scored, ...bodyOf(below.slice(0, cut)) };
    stem = below.slice(cut);
    return question && question.stem.length > 0 ? [question] : [];
  });
}

const sameText = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').toLowerCase() === b.replace(/\s+/g, ' ').toLowerCase();

/** The right options: those named, or the one chosen where it earned the full score; empty when unsure. */
function rightOnes({ options, correct, score: { text } }: FormQuestion, grey: string): FormLine[] {
  if (correct.length > 0) {
    const named = correct.map((line) =>
      options.filter((option) => sameText(option.text, line.text)),
    );
    return named.every((found) => found.length === 1) ? named.flat() : [];
  }
  const [, got = '', full = ''] = score.exec(text) ?? [];
  const chosen = options.filter(({ colour }) => colour !== grey && !isVivid(colour));
  const isFull = Number(got.replace(',', '.')) === Number(full.replace(',', '.')) && full !== '0';
  return isFull && chosen.length === 1 ? chosen : [];
}

function setOptions(sheet: RoleSheet, { options }: FormQuestion, right: readonly FormLine[]): void {
  const labels = options.map(({ span }) => matchOptionLabel(span.text));
  const isLabelled = labels.every((label, index) => label?.ordinal === index + 1);
  options.forEach((line, index) => {
    const { label = '', from = 0 } = (isLabelled && labels[index]) || {};
    const marked = right.includes(line);
    sheet.set(line, { kind: 'option', ordinal: index + 1, label, marked, from });
  });
}

const asksSomething = ({ text }: FormLine): boolean =>
  asksOf(text) === 1 || matchQuestionLabel(text)?.style === 'keyword';

/**
 * Does as much ask without a score right below it as there are scores, and stand few scores below what asks?
 * Then these are fractions. Long stems alone prove nothing: they may hold lines of code.
 */
function areFractions(lines: readonly FormLine[], scores: number): boolean {
  const words = lines.filter(({ text }) => !required.test(text));
  const asking = words.flatMap((line, at) => (asksSomething(line) ? [words[at + 1]] : []));
  const scored = asking.filter((below) => below !== undefined && isScore(below)).length;
  return asking.length - scored >= scores && scored < scores / 2;
}

/** The roles of a pasted results page; none for every other document. */
export function formResultRoles(readings: Readings): Roles {
  const sheet = new RoleSheet();
  const lines = formLines(readings);
  const scores = lines.filter(isScore);
  if (scores.length < fewestScores || areFractions(lines, scores.length)) return sheet.roles();
  const grey = commonColour(lines);
  for (const question of questionsOf(lines)) {
    const { stem, heading, correct } = question;
    const words = stem.filter(({ text }) => !required.test(text));
    words.forEach((line, index) => {
      const to = line.span.text.replace(/[\s*]+$/, '').length;
      const first = { kind: 'question', number: 0, label: '', from: 0, to } as const;
      sheet.set(line, index === 0 ? first : { kind: 'stem', to });
    });
    for (const line of stem) {
      if (!words.includes(line)) sheet.set(line, { kind: 'ignored', reason: 'REQUIRED_MARK' });
    }
    const value = Number(score.exec(question.score.text)?.[2]?.replace(',', '.') ?? 1);
    sheet.set(question.score, { kind: 'points', value });
    for (const line of question.pictures) sheet.set(line, { kind: 'stem' });
    setOptions(sheet, question, rightOnes(question, grey));
    for (const line of [...(heading ? [heading] : []), ...correct])
      sheet.set(line, { kind: 'part' });
  }
  return sheet.roles();
}
