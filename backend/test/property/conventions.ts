import fc from 'fast-check';

/** The ways of writing a quiz in Word that the random documents combine. */

/** Words or signs around a question's number; `list` is Word's own numbering. */
export const questionStyles = {
  'n.': { typed: (n: number) => `${n}. ` },
  'n)': { typed: (n: number) => `${n}) ` },
  '(n)': { typed: (n: number) => `(${n}) ` },
  'n、': { typed: (n: number) => `${n}、` },
  'n.x': { typed: (n: number) => `${n}.` },
  'n. NBSP': { typed: (n: number) => `${n}.\u00a0` },
  'n. TAB': { typed: (n: number) => `${n}.\t` },
  'Qn.': { typed: (n: number) => `Q${n}. ` },
  'Question n:': { typed: (n: number) => `Question ${n}: ` },
  'QUESTION n -': { typed: (n: number) => `QUESTION ${n} - ` },
  'Câu n:': { typed: (n: number) => `Câu ${n}: ` },
  'Câu n.': { typed: (n: number) => `Câu ${n}. ` },
  'Вопрос n.': { typed: (n: number) => `Вопрос ${n}. ` },
  '№n': { typed: (n: number) => `№${n} ` },
  第n题: { typed: (n: number) => `第${n}题 ` },
  'heading and stem': { typed: (n: number) => `Question ${n}\n` },
  'list n.': { list: 'decimal' },
  unnumbered: {},
} as const satisfies Record<string, { typed?: (n: number) => string; list?: 'decimal' }>;

const latin = 'ABCDE';
const letter = (i: number): string => latin.charAt(i);
const cyrillic = (i: number): string => 'АБВГД'.charAt(i);

interface OptionStyle {
  /** What is typed before an option, from 0. */
  typed?: (i: number) => string;
  list?: 'upperLetter' | 'lowerLetter' | 'bullet';
  /** How a key names the option; null where it cannot be named but by its text. */
  name: ((i: number) => string) | null;
  /** Can several stand on a line? */
  inline?: boolean;
}

export const optionStyles = {
  'A.': { typed: (i: number) => `${letter(i)}. `, name: letter, inline: true },
  'A)': { typed: (i: number) => `${letter(i)}) `, name: letter, inline: true },
  '(A)': { typed: (i: number) => `(${letter(i)}) `, name: letter, inline: true },
  'a.': {
    typed: (i: number) => `${letter(i).toLowerCase()}. `,
    name: (i: number) => letter(i).toLowerCase(),
    inline: true,
  },
  'a)': {
    typed: (i: number) => `${letter(i).toLowerCase()}) `,
    name: (i: number) => letter(i).toLowerCase(),
    inline: true,
  },
  'A、': { typed: (i: number) => `${letter(i)}、`, name: letter },
  'A:': { typed: (i: number) => `${letter(i)}: `, name: letter },
  'A -': { typed: (i: number) => `${letter(i)} - `, name: letter },
  'A.x': { typed: (i: number) => `${letter(i)}.`, name: letter },
  'TAB A.': { typed: (i: number) => `\t${letter(i)}.\t`, name: letter },
  'A. NBSP': { typed: (i: number) => `\u00a0\u00a0${letter(i)}.\u00a0`, name: letter },
  'А)': { typed: (i: number) => `${cyrillic(i)}) `, name: cyrillic },
  '①': { typed: (i: number) => `${'①②③④⑤'.charAt(i)} `, name: (i: number) => '①②③④⑤'.charAt(i) },
  '1.': { typed: (i: number) => `${i + 1}. `, name: (i: number) => String(i + 1) },
  '1)': { typed: (i: number) => `${i + 1}) `, name: (i: number) => String(i + 1) },
  'list A.': { list: 'upperLetter', name: letter },
  'list a.': { list: 'lowerLetter', name: letter },
  bullets: { list: 'bullet', name: null },
  '☐': { typed: () => '☐ ', name: null },
  none: { name: null },
} as const satisfies Record<string, OptionStyle>;

export const layouts = [
  'lines',
  'tabs',
  'wide spaces',
  'two a line',
  'first on stem',
  'soft question',
  'soft options',
] as const;

const answerWords = [
  ...['Answer: ', 'Ans: ', 'ANS. ', 'Answer ', 'Correct Answer : ', 'Correct answer is ', 'Key: '],
  ...['Solution : ', 'Đáp án: ', 'Đáp án ', 'Chọn ', '正确答案：', '答案：', '答案', '参考答案：'],
  ...['Ответ: ', 'Правильный ответ - ', 'Jawaban: ', 'Kunci jawaban: ', 'Respuesta correcta: '],
  ...['Réponse : ', 'Lösung: ', 'Gabarito: ', 'Risposta esatta: ', 'Odpowiedź: ', 'Cevap: '],
  ...["To'g'ri javob: ", '정답: ', '正解：', 'الإجابة: ', 'پاسخ: ', 'उत्तर: ', 'เฉลย: ', 'Facit: '],
] as const;

export const keyStyles = [
  'line: name',
  'line: (name)',
  'line: other case',
  'line: name.',
  'line: name) text',
  'line: text',
  'line in brackets',
  'mark before label',
  'mark before text',
  'tick before label',
  '(correct)',
  'highlight',
  'bold',
  'underline',
  'colour',
  'label underlined',
  'end lines',
  'end line',
  'end table across',
  'end table down',
] as const;
export type KeyStyle = (typeof keyStyles)[number];

export interface Convention {
  question: keyof typeof questionStyles;
  option: keyof typeof optionStyles;
  layout: (typeof layouts)[number];
  key: KeyStyle;
  answerWord: string;
  between: string;
  blankLines: boolean;
  twoParts: boolean;
  points: boolean;
  explanations: boolean;
  several: boolean;
  moreLines: boolean;
  title: boolean;
  glued: boolean;
  labelsInStems: boolean;
  few: boolean;
  textKey: boolean;
  listTexts: boolean;
}

const keysOf = <K extends string>(record: Record<K, unknown>): K[] => Object.keys(record) as K[];

const anyConvention: fc.Arbitrary<Convention> = fc.record({
  question: fc.constantFrom(...keysOf(questionStyles)),
  option: fc.constantFrom(...keysOf(optionStyles)),
  layout: fc.constantFrom(...layouts),
  key: fc.constantFrom(...keyStyles),
  answerWord: fc.constantFrom(...answerWords),
  between: fc.constantFrom(', ', ' and ', '', '; ', ' & ', ' '),
  blankLines: fc.boolean(),
  twoParts: fc.boolean(),
  points: fc.boolean(),
  explanations: fc.boolean(),
  several: fc.boolean(),
  moreLines: fc.boolean(),
  title: fc.boolean(),
  glued: fc.constant(false),
  labelsInStems: fc.constant(true),
  few: fc.constant(false),
  textKey: fc.constant(false),
  listTexts: fc.boolean(),
});

const byFormat: readonly KeyStyle[] = ['highlight', 'bold', 'underline', 'colour'];

export const isLineKey = (key: KeyStyle): boolean => key.startsWith('line');
export const isEndKey = (key: KeyStyle): boolean => key.startsWith('end');
const isLook = (key: KeyStyle): boolean => byFormat.includes(key);

function fittingKey({ key, option, question }: Convention): KeyStyle {
  const style: OptionStyle = optionStyles[option];
  if (isEndKey(key) && (question === 'unnumbered' || style.name === null)) return 'bold';
  if (key.startsWith('end line') && /^[\d①]/u.test(option)) return 'bold';
  if (isLineKey(key) && style.name === null) return 'line: text';
  const onLabel =
    key === 'mark before label' || key === 'tick before label' || key === 'label underlined';
  const hasLabel = style.typed !== undefined && option !== '☐';
  return onLabel && !hasLabel ? 'mark before text' : key;
}

/** Replaces what cannot go together, such as several letters of an automatic list on one line. */
function fitting(drawn: Convention): Convention {
  const style: OptionStyle = optionStyles[drawn.option];
  const list = style.list !== undefined;
  const numbers = drawn.option === '1.' || drawn.option === '1)';
  const worded = /^(Q|Câu|Вопрос|№|第|heading)/.test(drawn.question);
  const question = numbers && !worded ? 'Question n:' : drawn.question;
  const inline = style.inline === true && question !== 'heading and stem';
  const fits =
    drawn.layout === 'lines' || (drawn.layout.startsWith('soft') ? !list : inline && !list);
  const layout = fits ? drawn.layout : 'lines';
  const withQuestion = { ...drawn, question, layout };
  const key = fittingKey(withQuestion);
  const unnumbered = question === 'unnumbered';
  return {
    ...withQuestion,
    key,
    // Without numbers or letters only an empty line tells where a question ends.
    blankLines: drawn.blankLines || unnumbered,
    twoParts: drawn.twoParts && !unnumbered,
    // Full text on an answer line names one option only.
    several: drawn.several && key !== 'line: text' && key !== 'line: name) text',
    moreLines: drawn.moreLines && style.name !== null && !unnumbered && layout !== 'first on stem',
    explanations: drawn.explanations && isLineKey(key),
    glued: drawn.option === 'A.x',
    few: isLook(key),
    textKey: key === 'line: text' || !drawn.listTexts,
    labelsInStems: !unnumbered && question !== 'heading and stem' && layout !== 'first on stem',
  };
}

export const conventions = anyConvention.map(fitting);

/** Do the options carry a letter, a number or a box? Otherwise only the layout of the whole document tells them. */
export const hasLabels = ({ option }: Convention): boolean =>
  option !== 'none' && option !== 'bullets';

/** Conventions that the grammar claims to read without any doubt; of the others only honesty is asked. */
export function isReadable(convention: Convention): boolean {
  const { key, option, question, layout, answerWord, several } = convention;
  if (isLineKey(key) && convention.listTexts) return false;
  if (key === 'end line' || key === 'end lines') return false;
  // Numbers could be the questions' own, and which part a table is for must be told.
  if (isEndKey(key) && (/^\d/.test(option) || convention.twoParts)) return false;
  if (!hasLabels(convention)) return false;
  if (/^\d/.test(option) && key === 'mark before text') return false;
  if (question === 'unnumbered' && layout !== 'lines' && !layout.startsWith('soft')) return false;
  // Without a sign after its word an answer line is only sure when it is a single letter.
  const long = several || key === 'line: name) text';
  return !(long && isLineKey(key) && !/[:：-]\s*$/u.test(answerWord));
}
