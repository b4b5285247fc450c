import { documentNotes, documentsInside, hiddenText, partNotes } from './document-notes.js';
import { hasBody, settleHabits, type Habits } from './habits.js';
import { titleOf } from './quiz-title.js';
import { sourceParagraphs } from './source-paragraphs.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { Assembler } from './assemble.js';
import { buildQuestion } from './build-question.js';
import { settleFields } from './settle-fields.js';
import { findConventions } from './conventions.js';
import { diagnose } from './diagnostics.js';
import type { Draft } from './draft.js';
import { note, type NoteCode } from './notes.js';
import type { ParsedQuestion, ParsedQuiz } from './parsed-quiz.js';
import { countedNumberOf, withNumberDoubts, type CountedNumber } from './question-numbers.js';
import { Readings } from './readings.js';
import type { EndKey, Remainder } from './remainder.js';
import type { SourceDocument } from './source-document.js';
import { tableRoles } from './tables/table-roles.js';
import { type Span } from './span.js';
import { areSubQuestions } from './sub-questions.js';
import { suggestFixes } from './suggest-fixes.js';

const nothing = {
  title: null,
  description: null,
  category: null,
  difficulty: null,
  timeLimitSeconds: null,
};

interface Built {
  questions: ParsedQuestion[];
  /** Lines of numbered paragraphs that turned out to be no questions. */
  bodiless: Span[];
  rest: Remainder;
  /** Is there any question that is not merely a list of sub-questions? */
  isQuiz: boolean;
}

/** What is told of a numbered line that is no question: its words, and every other paragraph it took. */
function linesToReport({ stem, lines }: Draft): Span[] {
  const told = new Map(
    stem.filter(({ text }) => text !== '').map((span) => [span.paragraph, span]),
  );
  const untold = lines.filter(({ paragraph }) => !told.has(paragraph));
  return [
    ...stem.filter(({ text }) => text !== ''),
    ...new Map(untold.map((span) => [span.paragraph, span])).values(),
  ];
}

/** Answer lines that may be of another question, or of more than one, choose nothing. */
function doubtKeys(draft: Draft, reason: NoteCode, fix?: ImportChoices): void {
  for (const { span } of draft.keys) {
    draft.notes.push({ code: 'KEY_AMBIGUOUS', span, note: note(reason), fix });
  }
  draft.keys = [];
}

/** Letters after the last question are its own answer only where it is the only question without one. */
function settleAnswers(draft: Draft, { keysLead, letters, doubtAwaited }: Habits): void {
  const [first] = draft.keys;
  if (letters && first?.span.paragraph === letters.span.paragraph) {
    draft.keys = [];
    if (letters.keys.size === 0) {
      draft.notes.push({ code: 'KEY_AMBIGUOUS', span: first.span, note: note('LETTERS_FOR_ALL') });
    }
  } else if (first && draft.awaited && doubtAwaited) {
    draft.keys = [];
    draft.notes.push({ code: 'KEY_AMBIGUOUS', span: first.span, note: note('LETTERS_FOR_ALL') });
  } else if (keysLead) doubtKeys(draft, 'ANSWERS_LEAD', { answersStand: 'before' });
}

/** A paragraph can list several answers. */
const placeOf = ({ number, span }: EndKey): string => `${span.paragraph.index}:${number}`;

/** The second pass: each question is built as soon as its lines are gathered. */
function buildAll(readings: Readings, habits: Habits): Built {
  const { numbering, policy, endKeys } = habits;
  const questions: ParsedQuestion[] = [];
  const numbers: CountedNumber[] = [];
  const openNumbers: number[] = [];
  const bodiless: Span[] = [];
  const used = new Set<string>();
  let isQuiz = false;
  const rest = new Assembler(
    readings,
    numbering,
    (draft) => {
      if (!hasBody(draft)) {
        bodiless.push(...linesToReport(draft));
        if (draft.marker) openNumbers.push(draft.marker.value);
        return;
      }
      const isOpen = draft.aside === null && areSubQuestions(draft);
      isQuiz ||= !isOpen && draft.aside !== 'essays';
      if (isOpen) doubtKeys(draft, 'SUB_QUESTIONS');
      const position = questions.length + 1;
      numbers.push(countedNumberOf(draft));
      draft.endKey = endKeys.get(position) ?? null;
      if (draft.aside === null) settleAnswers(draft, habits);
      if (draft.endKey) used.add(placeOf(draft.endKey));
      questions.push(buildQuestion(draft, position, policy));
    },
    habits.answersLead,
  ).run();
  const unused = rest.endKeys.filter((key) => !used.has(placeOf(key)));
  const alone = rest.passages.filter(({ used }) => !used).flatMap(({ lines }) => lines);
  const leftovers = [...rest.leftovers, ...alone];
  const elsewhere = [...leftovers, ...rest.ignored.map(({ span }) => span)];
  return {
    questions: withNumberDoubts(questions, numbers, openNumbers, elsewhere),
    ...{ bodiless, rest: { ...rest, endKeys: unused, leftovers }, isQuiz },
  };
}

/** One reading of a document, before anything is suggested. */
function readOnce(document: SourceDocument, choices: ImportChoices): ParsedQuiz {
  const conventions = findConventions(document.paragraphs);
  const readings = new Readings(document.paragraphs, conventions, choices.ignoredParagraphs);
  readings.declare(tableRoles(document.paragraphs, choices));
  const { questions, bodiless, rest, isQuiz } = buildAll(readings, settleHabits(readings, choices));
  const quiz = { media: document.media, paragraphs: sourceParagraphs(document.paragraphs) };
  const inside = documentsInside(document);
  if (!isQuiz) {
    const diagnostics = [diagnose('NOT_A_QUIZ', null), ...inside];
    return { ...quiz, ...nothing, questions: [], diagnostics };
  }
  const { title: named, kept, unused, ...said } = settleFields(rest.fields, questions.length);
  const title = named === null ? titleOf(rest, questions[0]?.paragraphs[0] ?? 0) : null;
  const notes = documentNotes(rest, bodiless, title, { kept, unused });
  return {
    ...quiz,
    ...said,
    title: (named ?? title?.text)?.trim().replace(/\s+/g, ' ') ?? null,
    questions,
    diagnostics: [
      ...notes,
      ...partNotes(rest.parts, questions, notes),
      ...hiddenText(document.paragraphs),
      ...inside,
    ],
  };
}

/**
 * Reads a quiz out of a document: questions with options and right answers, and a diagnostic for all
 * that is doubtful. Pure; time grows linearly with the document. It goes over the lines twice rather
 * than keeping what it gathered, which would cost far more memory than the document itself. `choices` are
 * what a teacher said about this document; without them it speaks for itself.
 */
export function parseQuiz(document: SourceDocument, choices: ImportChoices = {}): ParsedQuiz {
  const read = (fix: ImportChoices): ParsedQuiz => readOnce(document, { ...choices, ...fix });
  return suggestFixes(read({}), choices, read);
}
