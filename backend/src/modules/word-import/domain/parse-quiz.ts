import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import {
  countPlaces,
  lettersForAll,
  mayBeTakenApart,
  noPlaces,
  type LettersForAll,
} from './answer-places.js';
import { Assembler } from './assemble.js';
import { buildQuestion } from './build-question.js';
import { settleFields } from './settle-fields.js';
import { findConventions } from './conventions.js';
import { diagnose } from './diagnostics.js';
import type { Draft } from './draft.js';
import { isHabit, readFormatSignals, trustedLooks, type QuestionSignals } from './key-signals.js';
import { hasStars } from './option-marks.js';
import { matchAnyEndKeys, type QuestionNumber } from './end-keys.js';
import { formResultRoles } from './layout/form-results.js';
import { itemBankRoles } from './layout/item-bank.js';
import { chosenLayout, readLayout } from './layout/layout-roles.js';
import { unmarkedStems } from './layout/unmarked-stems.js';
import { note, type NoteCode } from './notes.js';
import { matchQuestionLabel } from './question-marker.js';
import { findNumberingStyles, type NumberingStyles } from './numbering-styles.js';
import type { ParsedQuestion, ParsedQuiz, SourceParagraph } from './parsed-quiz.js';
import type { KeyPolicy } from './resolve-key.js';
import { countedNumberOf, withNumberDoubts, type CountedNumber } from './question-numbers.js';
import { isOrphanOption } from './orphan-options.js';
import { Readings } from './readings.js';
import type { EndKey, Remainder } from './remainder.js';
import type { DocumentParagraph, SourceDocument } from './source-document.js';
import { tableRoles } from './tables/table-roles.js';
import { isBlank, type Span } from './span.js';
import { areSubQuestions } from './sub-questions.js';
import { suggestFixes } from './suggest-fixes.js';
import { trueFalseQuestion } from './true-false.js';

const longestTitle = 200;
const nothing = {
  title: null,
  description: null,
  category: null,
  difficulty: null,
  timeLimitSeconds: null,
};

interface Habits {
  numbering: NumberingStyles;
  policy: KeyPolicy;
  /** By position of the question. */
  endKeys: ReadonlyMap<number, EndKey>;
  /** Each answer seems to stand before its question: one comes too early, and the last question has none. */
  keysLead: boolean;
  /** A teacher said that they do. */
  answersLead: boolean;
  /** Letters after the last question that are not its own answer. */
  letters: LettersForAll | null;
  /** Answers on the line below their announcement may be of other questions. */
  doubtAwaited: boolean;
  /** Questions that have options of their own. */
  withOptions: number;
}

interface Built {
  questions: ParsedQuestion[];
  /** Lines of numbered paragraphs that turned out to be no questions. */
  bodiless: Span[];
  rest: Remainder;
  /** Is there any question that is not merely a list of sub-questions? */
  isQuiz: boolean;
}

/** A title's style, else the first line before the questions when it is short; never the name of a part. */
function titleOf({ preamble, headings }: Remainder, firstQuestion: number): Span | null {
  const styledHeadings = headings.filter(({ paragraph }) =>
    /^(title|heading)/.test(paragraph.styleName),
  );
  const lines = [...preamble, ...styledHeadings]
    .filter(({ paragraph, text }) => paragraph.index < firstQuestion && /\p{L}/u.test(text))
    .toSorted((a, b) => a.paragraph.index - b.paragraph.index);
  const numbered = lines.findIndex(({ text }) => matchQuestionLabel(text) !== null);
  const before = lines.slice(0, numbered < 0 ? lines.length : numbered);
  const styled = before.find(({ paragraph }) => paragraph.styleName === 'title');
  const first = styled ?? before[0];
  return first && first.text.trim().length <= longestTitle ? first : null;
}

/** A numbered line counts as a question when it has options, an answer, or room for one. */
const hasBody = ({ options, keys, accepted, essay, stem }: Draft): boolean =>
  options.length + keys.length + accepted.length > 0 ||
  essay ||
  trueFalseQuestion(stem[0]?.text ?? '') !== null;

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

function picturesOf({ inlines }: DocumentParagraph): string[] {
  return inlines.flatMap((inline) => (inline.type === 'image' ? (inline.image.sha256 ?? []) : []));
}

export function sourceParagraphs(paragraphs: readonly DocumentParagraph[]): SourceParagraph[] {
  return paragraphs.map((paragraph) => {
    const images = picturesOf(paragraph);
    return {
      index: paragraph.index,
      label: paragraph.numbering?.label ?? '',
      text: textOf(paragraph),
      ...(paragraph.place === null ? {} : { place: paragraph.place }),
      ...(images.length === 0 ? {} : { images }),
    };
  });
}

export function hiddenText(paragraphs: readonly DocumentParagraph[]): Diagnostic[] {
  return paragraphs.flatMap((paragraph) => {
    const hidden = paragraph.inlines
      .flatMap((inline) => (inline.type === 'text' && inline.format.hidden ? inline.text : []))
      .join('');
    return hidden.trim() === '' ? [] : diagnose('HIDDEN_TEXT', { paragraph, text: hidden });
  });
}

/** Documents inside the document: each is told at the paragraph it stands before. */
function documentsInside({ omissions, paragraphs }: SourceDocument): Diagnostic[] {
  return omissions.map((index) => {
    const paragraph = paragraphs[index] ?? paragraphs.at(-1);
    return diagnose('DOCUMENT_INSIDE', paragraph ? { paragraph, text: '' } : null);
  });
}

/** Pictures that could not be kept, in lines that no question took. */
function lostPictures(spans: readonly Span[]): Diagnostic[] {
  return spans.flatMap((span) =>
    span.pieces.flatMap(({ image }) => (image?.fault ? diagnose(image.fault, span) : [])),
  );
}

/** What became of every line that is in no question. */
function documentNotes(
  rest: Remainder,
  bodiless: readonly Span[],
  title: Span | null,
  fields: { kept: readonly Span[]; unused: readonly Span[] },
): Diagnostic[] {
  const { preamble, headings, ignored, endKeys, orphanKeys, leftovers } = rest;
  const others = (spans: readonly Span[]): Span[] => spans.filter((span) => span !== title);
  return [
    ...others(preamble).map((span) =>
      diagnose('IGNORED_TEXT', span, note('BEFORE_FIRST_QUESTION')),
    ),
    ...others(headings).map((span) => diagnose('IGNORED_TEXT', span, note('HEADING'))),
    ...fields.kept.map((span) => diagnose('IGNORED_TEXT', span, note('KEPT_AS_DETAIL'))),
    ...fields.unused.map((span) => diagnose('IGNORED_TEXT', span, note('QUESTION_FIELD'))),
    ...ignored.map(({ span, reason }) => diagnose('IGNORED_TEXT', span, note(reason))),
    ...endKeys.flatMap(({ span, explanation }) =>
      [span, ...explanation].map((line) => diagnose('ORPHAN_KEY', line)),
    ),
    ...orphanKeys.map((span) => diagnose('ORPHAN_KEY', span)),
    ...leftovers.map((span, at) =>
      diagnose(isOrphanOption(leftovers, at) ? 'ORPHAN_OPTION' : 'UNCONSUMED_TEXT', span),
    ),
    ...lostPictures([...preamble, ...leftovers, ...bodiless]),
    ...bodiless.map((span) => diagnose('UNCONSUMED_TEXT', span, note('LIKE_A_QUESTION'))),
  ].toSorted((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
}

/** Lines of lists of answers of which nothing else is told. */
function partNotes(
  parts: readonly Span[],
  questions: readonly ParsedQuestion[],
  notes: readonly Diagnostic[],
): Diagnostic[] {
  const told = new Set([
    ...questions.flatMap(({ paragraphs }) => paragraphs),
    ...notes.map(({ paragraph }) => paragraph),
  ]);
  return parts.flatMap((span) => {
    if (isBlank(span) || told.has(span.paragraph.index)) return [];
    told.add(span.paragraph.index);
    return diagnose('IGNORED_TEXT', span, note('LIST_OF_ANSWERS'));
  });
}

/** The number of options that most questions have. */
function commonest(signals: readonly QuestionSignals[]): number {
  const counts = new Map<number, number>();
  for (const { optionCount } of signals) {
    counts.set(optionCount, (counts.get(optionCount) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** The first pass: how questions are numbered, which looks mark right answers, and answers listed apart. */
function learnHabits(readings: Readings, choices: ImportChoices): Habits {
  const numbering = findNumberingStyles(readings);
  const signals: QuestionSignals[] = [];
  const numbers: QuestionNumber[] = [];
  const places = noPlaces();
  let lastHasKey = false;
  let starred = 0;
  let withOptions = 0;
  const { endKeys, orphanKeys } = new Assembler(
    readings,
    numbering,
    (draft) => {
      if (!hasBody(draft)) return;
      numbers.push({
        number: draft.marker?.label ? draft.marker.value : null,
        aside: draft.aside !== null,
      });
      if (draft.aside) return;
      lastHasKey = draft.keys.length > 0;
      countPlaces(places, draft);
      if (draft.options.length > 1) {
        if (hasStars(draft)) starred += 1;
        withOptions += 1;
        signals.push({ signals: readFormatSignals(draft), optionCount: draft.options.length });
      }
    },
    choices.answersStand === 'before',
  ).run();
  const letters = lettersForAll(places);
  const matched = letters?.keys ?? matchAnyEndKeys(numbers, endKeys);
  const keysLead = choices.answersStand === undefined && orphanKeys.length > 0 && !lastHasKey;
  const policy = {
    looks: trustedLooks(signals, choices.correctLooks),
    trust: choices.trust,
    stars: isHabit(starred, signals.length),
    usualOptions: readings.conventions.signs ? commonest(signals) : null,
  };
  const answersLead = choices.answersStand === 'before';
  const doubtAwaited = choices.answersStand === undefined && mayBeTakenApart(places);
  return {
    ...{ numbering, policy, endKeys: matched, keysLead, answersLead, letters, doubtAwaited },
    withOptions,
  };
}

/** How many times more questions the bare layout must tell than labels do, to be believed. */
const layoutLead = 2;

/** The habits of the document, once its layout is known: by choice, or where labels tell too little. */
function settle(readings: Readings, choices: ImportChoices): Habits {
  if (readings.conventions.signs) readings.declare(unmarkedStems(readings));
  readings.declare(itemBankRoles(readings));
  readings.declare(formResultRoles(readings));
  const chosen = chosenLayout(readings, choices);
  if (chosen) readings.declare(chosen.roles);
  const habits = learnHabits(readings, choices);
  if (chosen) return habits;
  const layout = readLayout(readings);
  if (layout.questions < Math.max(1, habits.withOptions * layoutLead)) return habits;
  readings.declare(layout.roles);
  return learnHabits(readings, choices);
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
  const { questions, bodiless, rest, isQuiz } = buildAll(readings, settle(readings, choices));
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
