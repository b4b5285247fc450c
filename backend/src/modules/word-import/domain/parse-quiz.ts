import { Assembler, type Assembly } from './assemble.js';
import { buildQuestion } from './build-question.js';
import { diagnose } from './diagnostics.js';
import type { Draft } from './draft.js';
import { habitualSignals, readFormatSignals } from './key-signals.js';
import type { Diagnostic, ParsedQuiz, SourceParagraph } from './parsed-quiz.js';
import { readLines } from './reading.js';
import type { DocumentParagraph, SourceDocument } from './source-document.js';
import type { Span } from './span.js';

const longestTitle = 200;

/** A title's style, else the first line before the questions when it is short. */
function titleOf({ preamble, headings }: Assembly, firstQuestion: number): Span | null {
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
  assembly: Assembly,
  bodiless: readonly Draft[],
  title: Span | null,
): Diagnostic[] {
  const { preamble, headings, ignored, endKeys, orphanKeys, leftovers } = assembly;
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
    ...bodiless.flatMap(({ stem }) =>
      stem
        .filter(({ text }) => text !== '')
        .map((span) =>
          diagnose(
            'UNCONSUMED_TEXT',
            span,
            'It looks like a question, but has no options and no answer.',
          ),
        ),
    ),
  ].toSorted((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
}

/**
 * Reads a quiz out of a document: questions with options and right answers, and a diagnostic for all
 * that is doubtful. Pure; time grows linearly with the document.
 */
export function parseQuiz(document: SourceDocument): ParsedQuiz {
  const assembly = new Assembler(readLines(document.paragraphs)).run();
  const drafts = assembly.drafts.filter(hasBody);
  const quiz = { media: document.media, paragraphs: sourceParagraphs(document.paragraphs) };
  if (!drafts.some(({ options, marker }) => options.length > 1 || marker !== null)) {
    return { ...quiz, title: null, questions: [], diagnostics: [diagnose('NOT_A_QUIZ', null)] };
  }
  const signals = drafts.map(readFormatSignals);
  const habitual = habitualSignals(
    signals.filter((_, index) => (drafts[index]?.options.length ?? 0) > 1),
  );
  const questions = drafts.map((draft, index) =>
    buildQuestion(draft, index + 1, signals[index] ?? new Map(), habitual),
  );
  const title = titleOf(assembly, questions[0]?.paragraphs[0] ?? 0);
  const bodiless = assembly.drafts.filter((draft) => !hasBody(draft));
  return {
    ...quiz,
    title: title?.text.trim().replace(/\s+/g, ' ') ?? null,
    questions,
    diagnostics: [...documentNotes(assembly, bodiless, title), ...hiddenText(document.paragraphs)],
  };
}
