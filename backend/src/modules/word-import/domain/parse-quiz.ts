import { Assembler, type Remainder } from './assemble.js';
import { buildQuestion } from './build-question.js';
import { diagnose } from './diagnostics.js';
import type { Draft } from './draft.js';
import { habitualSignals, readFormatSignals, type FormatSignal } from './key-signals.js';
import { findNumberingStyles, type NumberingStyles } from './numbering-styles.js';
import type { Diagnostic, ParsedQuestion, ParsedQuiz, SourceParagraph } from './parsed-quiz.js';
import { Readings } from './reading.js';
import type { DocumentParagraph, SourceDocument } from './source-document.js';
import type { Span } from './span.js';

const longestTitle = 200;
const bodilessNote = 'It looks like a question, but has no options and no answer.';

interface Habits {
  numbering: NumberingStyles;
  formats: ReadonlySet<FormatSignal>;
}

interface Built {
  questions: ParsedQuestion[];
  /** Lines of numbered paragraphs that turned out to be no questions. */
  bodiless: Span[];
  rest: Remainder;
}

/** A title's style, else the first line before the questions when it is short. */
function titleOf({ preamble, headings }: Remainder, firstQuestion: number): Span | null {
  const before = [...preamble, ...headings]
    .filter(({ paragraph, text }) => paragraph.index < firstQuestion && /\p{L}/u.test(text))
    .toSorted((a, b) => a.paragraph.index - b.paragraph.index);
  const styled = before.find(({ paragraph }) => paragraph.styleName === 'title');
  const first = styled ?? before[0];
  return first && first.text.trim().length <= longestTitle ? first : null;
}

/** A numbered line counts as a question when it has options or an answer. */
const hasBody = ({ options, keys }: Draft): boolean => options.length > 0 || keys.length > 0;

function textOf({ inlines }: DocumentParagraph): string {
  const [only] = inlines;
  // The very same string, not a copy: most paragraphs are one run, and a document has very many.
  if (inlines.length === 1 && only?.type === 'text') return only.text;
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'image') return '';
      return inline.type === 'break' ? '\n' : '\t';
    })
    .join('');
}

function sourceParagraphs(paragraphs: readonly DocumentParagraph[]): SourceParagraph[] {
  return paragraphs.map((paragraph) => ({
    index: paragraph.index,
    label: paragraph.numbering?.label ?? '',
    text: textOf(paragraph),
  }));
}

function hiddenText(paragraphs: readonly DocumentParagraph[]): Diagnostic[] {
  return paragraphs.flatMap((paragraph) => {
    const hidden = paragraph.inlines
      .flatMap((inline) => (inline.type === 'text' && inline.format.hidden ? inline.text : []))
      .join('');
    return hidden.trim() === '' ? [] : diagnose('HIDDEN_TEXT', { paragraph, text: hidden });
  });
}

/** What became of every line that is in no question. */
function documentNotes(
  rest: Remainder,
  bodiless: readonly Span[],
  title: Span | null,
): Diagnostic[] {
  const { preamble, headings, ignored, endKeys, orphanKeys, leftovers } = rest;
  const others = (spans: readonly Span[]): Span[] => spans.filter((span) => span !== title);
  return [
    ...others(preamble).map((span) =>
      diagnose('IGNORED_TEXT', span, 'It stands before the first question.'),
    ),
    ...others(headings).map((span) => diagnose('IGNORED_TEXT', span, 'It is a heading.')),
    ...ignored.map(({ span, reason }) => diagnose('IGNORED_TEXT', span, reason)),
    ...endKeys.map(({ span }) => diagnose('ORPHAN_KEY', span)),
    ...orphanKeys.map((span) => diagnose('ORPHAN_KEY', span)),
    ...leftovers.map((span) => diagnose('UNCONSUMED_TEXT', span)),
    ...bodiless.map((span) => diagnose('UNCONSUMED_TEXT', span, bodilessNote)),
  ].toSorted((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
}

/** The first pass: how questions are numbered and which looks mark right answers throughout. */
function learnHabits(readings: Readings): Habits {
  const numbering = findNumberingStyles(readings);
  const signals: ReadonlyMap<FormatSignal, number[]>[] = [];
  new Assembler(readings, numbering, (draft) => {
    if (draft.options.length > 1) signals.push(readFormatSignals(draft));
  }).run();
  return { numbering, formats: habitualSignals(signals) };
}

/** The second pass: each question is built as soon as its lines are gathered. */
function buildAll(readings: Readings, { numbering, formats }: Habits): Built {
  const built: Omit<Built, 'rest'> = { questions: [], bodiless: [] };
  const rest = new Assembler(readings, numbering, (draft) => {
    if (hasBody(draft)) {
      built.questions.push(buildQuestion(draft, built.questions.length + 1, formats));
    } else built.bodiless.push(...draft.stem.filter(({ text }) => text !== ''));
  }).run();
  return { ...built, rest };
}

/**
 * Reads a quiz out of a document: questions with options and right answers, and a diagnostic for all
 * that is doubtful. Pure; time grows linearly with the document. It goes over the lines twice rather
 * than keeping what it gathered, which would cost far more memory than the document itself.
 */
export function parseQuiz(document: SourceDocument): ParsedQuiz {
  const readings = new Readings(document.paragraphs);
  const { questions, bodiless, rest } = buildAll(readings, learnHabits(readings));
  const quiz = { media: document.media, paragraphs: sourceParagraphs(document.paragraphs) };
  if (questions.length === 0) {
    return { ...quiz, title: null, questions, diagnostics: [diagnose('NOT_A_QUIZ', null)] };
  }
  const title = titleOf(rest, questions[0]?.paragraphs[0] ?? 0);
  return {
    ...quiz,
    title: title?.text.trim().replace(/\s+/g, ' ') ?? null,
    questions,
    diagnostics: [...documentNotes(rest, bodiless, title), ...hiddenText(document.paragraphs)],
  };
}
