import {
  isEndKey,
  isLineKey,
  optionStyles,
  questionStyles,
  type Convention,
} from './conventions.js';
import { line, softly, type DocLine, type Look, type Text } from './doc-line.js';
import { endKeyLines } from './write-end-key.js';
import { answerValue } from './write-key.js';
import type { ModelQuestion, ModelQuiz } from './model-quiz.js';

const looks: Partial<Record<Convention['key'], Look>> = {
  highlight: { highlight: 'yellow' },
  bold: { bold: true },
  underline: { underline: true },
  colour: { colour: 'ff0000' },
};

function labelOf(convention: Convention, index: number): string {
  const style = optionStyles[convention.option];
  return 'typed' in style ? style.typed(index) : '';
}

/** One option as it is written: label, marks and text, each with its look. */
function optionTexts(
  { options, correct }: ModelQuestion,
  index: number,
  convention: Convention,
): Text[] {
  const right = correct.includes(index);
  const label = labelOf(convention, index);
  const text = options[index] ?? '';
  const key: string = convention.key;
  if (!right) return [{ text: label }, { text }];
  switch (key) {
    case 'mark before label':
      return [{ text: label.replace(/\S/, (first) => `*${first}`) }, { text }];
    case 'tick before label':
      return [{ text: label.replace(/\S/, (first) => `✓ ${first}`) }, { text }];
    case 'mark before text':
      return [{ text: label }, { text: `*${text}` }];
    case '(correct)':
      return [{ text: label }, { text: `${text} (correct)` }];
    case 'label underlined':
      return [...underlinedLetter(label), { text }];
    default:
      return [
        { text: label },
        { text, ...(looks[convention.key] && { look: looks[convention.key] }) },
      ];
  }
}

function underlinedLetter(label: string): Text[] {
  const at = label.search(/[\p{L}\p{N}]/u);
  return [
    { text: label.slice(0, at) },
    { text: label.slice(at, at + 1), look: { underline: true } },
    { text: label.slice(at + 1) },
  ];
}

function optionLine(
  question: ModelQuestion,
  index: number,
  convention: Convention,
  instance: number,
): DocLine {
  const texts = optionTexts(question, index, convention);
  const style = optionStyles[convention.option];
  if (!('list' in style)) return { texts };
  return { texts, list: { format: style.list, value: index + 1, instance } };
}

const joined = (lines: readonly DocLine[], gap: string): DocLine => ({
  ...lines[0],
  texts: lines.flatMap(({ texts }, index) => (index === 0 ? texts : [{ text: gap }, ...texts])),
});

function inPairs(lines: readonly DocLine[]): DocLine[] {
  const pairs: DocLine[] = [];
  for (let at = 0; at < lines.length; at += 2) pairs.push(joined(lines.slice(at, at + 2), '\t'));
  return pairs;
}

/** Stem and options in the layout of the convention. */
function bodyLines(stem: DocLine[], options: DocLine[], { layout }: Convention): DocLine[] {
  switch (layout) {
    case 'tabs':
      return [...stem, joined(options, '\t')];
    case 'wide spaces':
      return [...stem, joined(options, '    ')];
    case 'two a line':
      return [...stem, ...inPairs(options)];
    case 'first on stem':
      return [joined([...stem, ...options.slice(0, 1)], ' '), ...options.slice(1)];
    case 'soft options':
      return [...stem, softly(options)];
    case 'soft question':
    case 'lines':
      return [...stem, ...options];
  }
}

function stemLines(
  question: ModelQuestion,
  number: number,
  before: number,
  convention: Convention,
): DocLine[] {
  const [first = '', ...more] = question.stem;
  const style = questionStyles[convention.question];
  const rest = more.map((text) => line(text));
  if ('list' in style) {
    return [
      { ...line(first), list: { format: style.list, value: number, instance: before } },
      ...rest,
    ];
  }
  if (!('typed' in style)) return [line(first), ...rest];
  const [head = '', tail] = style.typed(number).split('\n');
  return tail === undefined
    ? [line(head + first), ...rest]
    : [line(head), line(tail + first), ...rest];
}

function questionLines(
  question: ModelQuestion,
  number: number,
  position: number,
  convention: Convention,
): DocLine[] {
  const options = question.options.map((_, index) =>
    optionLine(question, index, convention, position),
  );
  const lines = bodyLines(
    stemLines(question, number, position - number, convention),
    options,
    convention,
  );
  if (question.points !== null) lines.push(line(`Points: ${question.points}`));
  if (isLineKey(convention.key)) lines.push(line(answerValue(question, convention)));
  if (question.explanation !== null) lines.push(line(`Explanation: ${question.explanation}`));
  return convention.layout === 'soft question' ? [softly(lines)] : lines;
}

/** The document of a quiz in a convention, paragraph by paragraph. */
export function writeQuiz(quiz: ModelQuiz, convention: Convention): DocLine[] {
  const lines: DocLine[] = [];
  if (quiz.title !== null) lines.push({ ...line(quiz.title), style: 'title' });
  let position = 0;
  quiz.sections.forEach((questions, part) => {
    if (convention.twoParts) lines.push(line(`PART ${['I', 'II'][part] ?? ''}`));
    questions.forEach((question, index) => {
      if (convention.blankLines && lines.length > 0) lines.push(line(''));
      position += 1;
      lines.push(...questionLines(question, index + 1, position, convention));
    });
  });
  if (isEndKey(convention.key)) lines.push(line(''), ...endKeyLines(quiz, convention));
  return lines;
}
