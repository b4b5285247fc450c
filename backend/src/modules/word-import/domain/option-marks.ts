import type { DraftOption } from './draft-option.js';
import type { Draft } from './draft.js';
import { sliceSpan, trimSpan } from './span.js';

/** What stands after an option and says whether it is right; to add a language, add its words. */
const rightWords: readonly string[] = [
  ...['correct', 'right', 'correct answer', 'right answer', 'the correct answer', 'answer', 'ans'],
  ...['correct option', 'key', 'đúng', 'đáp án đúng', 'đáp án', 'chính xác', '正确', '正确答案'],
  ...[
    '正確',
    '正确选项',
    '答案',
    '正解',
    '정답',
    'верно',
    'правильно',
    'правильный ответ',
    'ответ',
  ],
  ...['верный ответ', 'вірно', 'правильна відповідь', 'correcto', 'correcta', 'respuesta correcta'],
  ...['correto', 'correta', 'certo', 'resposta correta', 'bonne réponse', 'réponse correcte'],
  ...[
    'richtig',
    'richtige antwort',
    'korrekt',
    'giusto',
    'giusta',
    'corretta',
    'corretto',
    'esatta',
  ],
  ...[
    'juist',
    'correct antwoord',
    'poprawna',
    'prawidłowa',
    'dobrze',
    'správně',
    'správna',
    'corect',
  ],
  ...['helyes', 'doğru', 'doğru cevap', "to'g'ri", 'дұрыс', 'benar', 'jawaban benar', 'betul'],
  ...['õige', 'oikein', 'rätt', 'riktig', 'σωστό', 'صحيح', 'صحيحة', 'صح', 'إجابة صحيحة', 'درست'],
  ...['صحیح', 'נכון', 'נכונה', 'सही', 'ถูก', 'ถูกต้อง', 'tačno', 'точно', 'верен', 'kweli', 'სწორია'],
];
const wrongWords: readonly string[] = [
  ...['wrong', 'incorrect', 'not correct', 'sai', '错误', '错', '錯誤', '誤り', '오답', 'неверно'],
  ...['неправильно', 'невірно', 'incorrecto', 'incorrecta', 'incorreto', 'incorreta', 'errado'],
  ...['mauvaise réponse', 'falsch', 'sbagliato', 'sbagliata', 'errata', 'onjuist', 'błędna', 'źle'],
  ...[
    'špatně',
    'greșit',
    'helytelen',
    'yanlış',
    "noto'g'ri",
    'қате',
    'salah',
    'vale',
    'väärin',
    'fel',
  ],
  ...['λάθος', 'خطأ', 'خاطئة', 'نادرست', 'غلط', 'שגוי', 'गलत', 'ผิด'],
];

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const inBrackets = (words: readonly string[]): RegExp => {
  const any = words.toSorted((a, b) => b.length - a.length).map(escape);
  return new RegExp(`[([（【{<]\\s*(?:${any.join('|')})\\s*[!.]?\\s*[)\\]）】}>]\\s*$`, 'iu');
};
const rightTail = inBrackets([...rightWords, '✓', '✔', '√', '✅', 'x', '*']);
const wrongTail = inBrackets([...wrongWords, '✗', '✘', '❌', '×']);
const rightSign = /[✓✔√✅☑]\ufe0f?\s*$/u;
const starSign = /\*{1,3}\s*$/u;
const wrongSign = /[✗✘❌]\ufe0f?\s*$/u;
const crosses = /[✗✘❌]/u;
/** `%100%` before an option, `(100%)` after it: the share of the points it earns. */
const leadingShare = /^\s*%(-?\d{1,3}(?:\.\d+)?)%\s*/;
const trailingShare = /[([（]\s*(-?\d{1,3}(?:\.\d+)?)\s*%\s*[)\]）]\s*$/u;
/** A mark is never further from the end than this. */
const longestMark = 40;

type Mark = 'right' | 'wrong';

interface Tail {
  mark: Mark;
  /** Where the mark begins in the option's last line. */
  at: number;
}

function tailOf(text: string, stars: boolean): Tail | null {
  const begin = Math.max(0, text.length - longestMark);
  const end = text.slice(begin);
  const tails: [RegExp, Mark][] = [
    [rightTail, 'right'],
    [wrongTail, 'wrong'],
    [rightSign, 'right'],
    [wrongSign, 'wrong'],
    ...(stars ? [[starSign, 'right'] satisfies [RegExp, Mark]] : []),
  ];
  for (const [pattern, mark] of tails) {
    const found = pattern.exec(end);
    // A mark marks something: what is all there is, is the option itself.
    if (found && (begin + found.index > 0 || text === '')) return { mark, at: begin + found.index };
  }
  return null;
}

/** Does a text end with a mark such as `(correct)`? */
export const marksAsRight = (text: string): boolean => tailOf(text, false)?.mark === 'right';

function cutTail(option: DraftOption, at: number): void {
  const last = option.spans.length - 1;
  const span = option.spans[last];
  if (span) option.spans[last] = trimSpan(sliceSpan(span, 0, at));
}

function leadingMarkOf({ labelSpan, marked }: DraftOption): Mark | null {
  if (crosses.test(labelSpan.text)) return 'wrong';
  return marked ? 'right' : null;
}

/** Reads `%100%` and `%0%`; every option must have its share, so that a text about percents is none. */
function readShares({ options }: Draft): (Mark | null)[] | null {
  const leading = options.map(({ spans }) => leadingShare.exec(spans[0]?.text ?? ''));
  if (leading.some((found) => found !== null)) {
    options.forEach(({ spans }, index) => {
      const [span] = spans;
      const cut = leading[index]?.[0].length ?? 0;
      if (span && cut > 0) spans[0] = sliceSpan(span, cut);
    });
    return leading.map((found) => (Number(found?.[1] ?? 0) > 0 ? 'right' : 'wrong'));
  }
  const trailing = options.map(({ spans }) => trailingShare.exec(spans.at(-1)?.text ?? ''));
  const shares = trailing.map((found) => (found ? Number(found[1]) : null));
  const whole = shares.filter((share) => share === 100).length;
  if (whole !== 1 || !shares.every((share) => share === 100 || (share !== null && share <= 0))) {
    return null;
  }
  options.forEach((option, index) => cutTail(option, trailing[index]?.index ?? 0));
  return shares.map((share) => (share === 100 ? 'right' : 'wrong'));
}

function readMarks(draft: Draft, stars: boolean): (Mark | null)[] {
  const shares = readShares(draft);
  if (shares) return shares;
  return draft.options.map((option) => {
    const lead = leadingMarkOf(option);
    const tail = tailOf(option.spans.at(-1)?.text ?? '', stars);
    if (!tail) return lead;
    cutTail(option, tail.at);
    // A mark at each end that say different things is no mark at all.
    return lead === null || lead === tail.mark ? tail.mark : null;
  });
}

/**
 * Settles which options of a draft are marked as right, and takes the marks out of their texts. Marks of
 * wrong options count too: where they leave only one, it is the right one. With `stars`, one after an option
 * is a mark, where elsewhere it may point to a footnote.
 */
export function settleMarks(draft: Draft, stars: boolean): void {
  const marks = readMarks(draft, stars);
  const unmarked = marks.filter((mark) => mark === null).length;
  const hasRight = marks.includes('right');
  const byExclusion = !hasRight && unmarked === 1 && marks.length > 2;
  draft.options.forEach((option, index) => {
    option.wrong = marks[index] === 'wrong';
    option.marked = marks[index] === 'right' || (byExclusion && marks[index] === null);
  });
}

/** Do some of the options end with a star, and not all? */
export function hasStars({ options }: Draft): boolean {
  const starred = options.filter(({ spans }) => starSign.test(spans.at(-1)?.text.slice(-5) ?? ''));
  return starred.length > 0 && starred.length < options.length;
}
