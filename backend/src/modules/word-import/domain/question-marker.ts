import { foldWidth } from './labels.js';
import type { SourceNumbering } from './source-document.js';

/** How a question may announce itself. The style tells lists of different kinds apart. */
export interface QuestionMarker {
  style: string;
  /** 0 when the question says that it is one but gives no number. */
  value: number;
  label: string;
  /** Where the question's own text begins. */
  from: number;
  /** A mark such as `*` stands before it: the number is that of a right option. */
  marked?: boolean;
}

/** Words before a question's number, by language; to add a language, add its words. */
const questionWords: readonly string[] = [
  ...['question', 'q', 'ques', 'problem', 'item', 'mcq', 'câu', 'câu hỏi', 'bài', '题目', '问题'],
  ...['вопрос', 'задание', '№', 'no', 'питання', 'запитання', 'pregunta', 'pergunta', 'questão'],
  ...['frage', 'aufgabe', 'domanda', 'quesito', 'vraag', 'pytanie', 'otázka', 'întrebarea'],
  ...['kérdés', 'soru', 'savol', 'soal', 'pertanyaan', 'nomor', 'küsimus', 'kysymys', 'fråga'],
  ...[
    'سؤال',
    'السؤال',
    'س',
    'سوال',
    'سؤال رقم',
    'پرسش',
    'שאלה',
    'प्रश्न',
    'ข้อ',
    'ข้อที่',
    '問',
    '問題',
    '문제',
    '문항',
    '#',
  ],
];

/** Words that announce a question without a number: `Question: …`. */
const fieldWords: readonly string[] = [
  ...['question', 'câu hỏi', '题目', '问题', 'вопрос', 'pregunta', 'pergunta', 'questão', 'frage'],
  ...['domanda', 'vraag', 'pytanie', 'soal', 'pertanyaan', 'soru', 'savol', 'سؤال', 'پرسش'],
];
const field = new RegExp(`^\\s*(?:${fieldWords.join('|')})\\s*[:：]\\s*(?=\\S)`, 'iu');

const words = questionWords.toSorted((a, b) => b.length - a.length).join('|');
const keyword = new RegExp(
  `^\\s*[\\[(【]?(?:${words})\\s*[.:]?\\s*[(#]?\\s*(\\d{1,5})\\s*(?:[)\\]】]\\s*)?(?:[.:：)、．/–—-]+\\s*|(?=\\s|$))`,
  'iu',
);
const chineseKeyword =
  /^\s*[【[(]?第\s*(?:(\d{1,5})|([一二三四五六七八九十]{1,3}))\s*[题題问問][\])】]?[.:、．]?\s*/u;
/** A dash ends a number only before space or a script that is written without it: `5-year` is a word. */
const typed =
  /^\s*([*✓✔]\s*)?([([<]*)(\d{1,4})\s?(\.\)|\.-|[>)\]]+\.?|[.、]|:(?!\d)|[-–—](?=\s|[^ -~])(?!\s*\d)|\/(?=\s|\p{L}))(?!\d)\s*/u;
/** `3   What`: a number set apart by wide space alone. */
const spaced = /^\s*(\d{1,3})(?: {2,}|\t\s*)(?=[\p{L}"“‘«¿(])/u;

/** `No. 5 of them`, `Item 7 is …`: the number is followed by nothing but the rest of a sentence. */
const goesOnAsSentence = (text: string, label: string): boolean =>
  /\d\s*$/u.test(label) && /^\s+\p{Ll}/u.test(text.slice(label.trimEnd().length));

const chineseDigits = '一二三四五六七八九';

/** `十二` → 12. */
function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : chineseDigits.indexOf(tens) + 1) : 0;
  return ten * 10 + chineseDigits.indexOf(ones) * Number(ones !== '') + Number(ones !== '');
}

function typedLabel(text: string): QuestionMarker | null {
  const found = typed.exec(text);
  if (!found) {
    const [whole, digits = ''] = spaced.exec(text) ?? [];
    if (whole === undefined) return null;
    return { style: 'typed:space', value: Number(digits), label: digits, from: whole.length };
  }
  const [whole, mark, open = '', digits = '', end = ''] = found;
  const style = `typed:${open}${end}`;
  const marker = { style, value: Number(digits), label: digits, from: whole.length };
  return mark === undefined ? marker : { ...marker, marked: true };
}

/** `Question:`, `Question 3:`, `Q3.`, `Câu 3`, `第3题`, `№3`, or `3.`, `3)`, `(3)`, `3、`, `3-` at the start of a text. */
export function matchQuestionLabel(written: string): QuestionMarker | null {
  const text = foldWidth(written);
  const named = keyword.exec(text) ?? chineseKeyword.exec(text);
  if (named && !goesOnAsSentence(text, named[0])) {
    const value = named[1] === undefined ? chineseNumber(named[2] ?? '') : Number(named[1]);
    return { style: 'keyword', value, label: String(value), from: named[0].length };
  }
  const unnumbered = field.exec(text);
  if (unnumbered) return { style: 'keyword', value: 0, label: '', from: unnumbered[0].length };
  return typedLabel(text);
}

const numericFormats = new Set([
  ...['decimal', 'decimalZero', 'decimalFullWidth', 'decimalFullWidth2', 'decimalEnclosedCircle'],
]);

/** A number given by Word's own list. */
export function listQuestionLabel(numbering: SourceNumbering | null): QuestionMarker | null {
  if (!numbering || !numericFormats.has(numbering.format)) return null;
  if (/\d\D+\d/.test(numbering.label)) return null;
  const { value, level } = numbering;
  const named = /\p{L}{2,}/u.test(numbering.label);
  return { style: named ? 'keyword' : `list:${level}`, value, label: String(value), from: 0 };
}
