import { plainText } from '../../src/shared/content.js';
import type {
  ParsedQuestion,
  ParsedQuiz,
} from '../../src/modules/word-import/domain/parsed-quiz.js';
import type { DocLine } from './doc-line.js';
import { questionsOf, type ModelQuestion, type ModelQuiz } from './model-quiz.js';

/** White space is not part of a text: tabs, breaks and runs of spaces all read the same. */
const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();
const stemOf = ({ stem }: ParsedQuestion): string => squeezed(plainText(stem));
const textsOf = ({ options }: ParsedQuestion): string[] =>
  options.map(({ content }) => squeezed(plainText(content)));
const rightOf = (question: ParsedQuestion): string[] =>
  textsOf(question).filter((_, index) => question.options[index]?.correct);
const hasKeyError = ({ diagnostics }: ParsedQuestion): boolean =>
  diagnostics.some(({ code, severity }) => severity === 'error' && code.startsWith('KEY_'));

const wanted = ({ options, correct }: ModelQuestion): string[] =>
  correct.map((index) => squeezed(options[index] ?? ''));

/** What no reading of any document may do: choose wrongly in silence, or make a question up. */
function faultsOf(question: ParsedQuestion, models: readonly ModelQuestion[]): string[] {
  const stem = stemOf(question);
  const model =
    models.find(({ token }) => stem.includes(token)) ??
    models.find(({ token }) => textsOf(question).join(' ').includes(token));
  if (!model) return [`invented: ${stem} | ${textsOf(question).join(' | ')}`];
  const right = rightOf(question);
  if (right.length === 0 && !hasKeyError(question)) return [`no key and no word of it: ${stem}`];
  if (right.length === 0 || hasKeyError(question)) return [];
  return right.join('\n') === wanted(model).join('\n')
    ? []
    : [`wrong in silence: ${stem} | ${right.join(' | ')} instead of ${wanted(model).join(' | ')}`];
}

/** Paragraphs with text that are in no question and no diagnostic, and are not the title. */
function vanished(quiz: ParsedQuiz, lines: readonly DocLine[]): string[] {
  const told = new Set([
    ...quiz.questions.flatMap(({ paragraphs }) => paragraphs),
    ...quiz.diagnostics.map(({ paragraph }) => paragraph),
  ]);
  // The numbers of a table of answers are understood together with the answers beside them.
  const tables = new Set(
    lines.flatMap(({ cell }, index) => (told.has(index) && cell ? [cell.table] : [])),
  );
  return lines.flatMap(({ texts, cell }, index) => {
    const text = squeezed(texts.map(({ text: one }) => one).join(''));
    if (text === '' || told.has(index) || text === quiz.title) return [];
    if (cell && tables.has(cell.table) && /^\d+$/.test(text)) return [];
    return [`vanished: ${text}`];
  });
}

/** Texts of the model that no question shows, no diagnostic quotes the paragraph of, and are not the title. */
function lostTexts(quiz: ParsedQuiz, model: ModelQuiz, lines: readonly DocLine[]): string[] {
  const quoted = new Set(quiz.diagnostics.map(({ paragraph }) => paragraph));
  const shown = quiz.questions.map((question) =>
    [stemOf(question), ...textsOf(question), squeezed(plainText(question.explanation ?? []))].join(
      ' ',
    ),
  );
  const reported = lines
    .filter((_, index) => quoted.has(index))
    .map(({ texts }) => squeezed(texts.map(({ text }) => text).join('')));
  const all = [...shown, ...reported, quiz.title ?? ''].join('\n');
  return questionsOf(model)
    .flatMap(({ stem, options, token }) => [token, ...stem.slice(1), ...options])
    .filter((text) => !all.includes(squeezed(text)))
    .map((text) => `lost: ${text}`);
}

/** What must hold of every document, read well or not. */
export function dishonesties(
  quiz: ParsedQuiz,
  model: ModelQuiz,
  lines: readonly DocLine[],
): string[] {
  if (quiz.questions.length === 0) {
    return quiz.diagnostics.some(({ code }) => code === 'NOT_A_QUIZ')
      ? []
      : ['nothing, in silence'];
  }
  const models = questionsOf(model);
  const tooMany = quiz.questions.length > models.length ? ['more questions than there are'] : [];
  return [
    ...tooMany,
    ...quiz.questions.flatMap((question) => faultsOf(question, models)),
    ...vanished(quiz, lines),
    ...lostTexts(quiz, model, lines),
  ];
}

function difference(got: ParsedQuestion | undefined, model: ModelQuestion): string[] {
  if (!got) return [`missing: ${model.stem.join(' ')}`];
  const options = model.options.map(squeezed);
  const pairs: [string, unknown, unknown][] = [
    ['stem', stemOf(got), squeezed(model.stem.join(' '))],
    ['options', textsOf(got), options],
    ['right', rightOf(got), wanted(model)],
    ['points', got.points, model.points],
    [
      'explanation',
      got.explanation && squeezed(plainText(got.explanation)),
      model.explanation && squeezed(model.explanation),
    ],
    [
      'errors',
      got.diagnostics.filter(({ severity }) => severity === 'error').map((d) => d.code),
      [],
    ],
  ];
  return pairs.flatMap(([name, is, should]) =>
    JSON.stringify(is) === JSON.stringify(should)
      ? []
      : [`${name} ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`],
  );
}

/** How the quiz that was read differs from the one that was written. */
export function differences(quiz: ParsedQuiz, model: ModelQuiz): string[] {
  const models = questionsOf(model);
  const faults = models.flatMap((one, index) =>
    difference(quiz.questions[index], one).map((fault) => `${index + 1}: ${fault}`),
  );
  const unused = quiz.diagnostics
    .filter(({ code }) => code === 'UNCONSUMED_TEXT' || code === 'ORPHAN_KEY')
    .map(({ code, excerpt }) => `${code}: ${excerpt}`);
  const count = quiz.questions.length - models.length;
  return [...faults, ...unused, ...(count > 0 ? [`${count} more questions`] : [])];
}
