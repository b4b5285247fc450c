/** Pairs of words for true and false, in the order [true, false]. Single letters only count in keys. */
const pairs: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['t', 'f'],
  ['yes', 'no'],
  ['right', 'wrong'],
  ['correct', 'incorrect'],
  ['đúng', 'sai'],
  ['đ', 's'],
  ['正确', '错误'],
  ['正確', '錯誤'],
  ['对', '错'],
  ['對', '錯'],
  ['是', '否'],
  ['√', '×'],
  ['✓', '✗'],
  ['✔', '✘'],
  ['○', '×'],
  ['正しい', '誤り'],
  ['참', '거짓'],
  ['верно', 'неверно'],
  ['правда', 'ложь'],
  ['да', 'нет'],
  ['так', 'ні'],
  ['benar', 'salah'],
  ['betul', 'salah'],
  ['verdadero', 'falso'],
  ['verdadeiro', 'falso'],
  ['vero', 'falso'],
  ['vrai', 'faux'],
  ['richtig', 'falsch'],
  ['wahr', 'falsch'],
  ['juist', 'onjuist'],
  ['waar', 'niet waar'],
  ['prawda', 'fałsz'],
  ['pravda', 'nepravda'],
  ['adevărat', 'fals'],
  ['igaz', 'hamis'],
  ['doğru', 'yanlış'],
  ["to'g'ri", "noto'g'ri"],
  ['õige', 'vale'],
  ['oikein', 'väärin'],
  ['sant', 'falskt'],
  ['صحيح', 'خطأ'],
  ['درست', 'نادرست'],
  ['सही', 'गलत'],
  ['सत्य', 'असत्य'],
  ['ถูก', 'ผิด'],
  ['v', 'f'],
  ['σωστό', 'λάθος'],
  ['вярно', 'невярно'],
  ['вірно', 'невірно'],
  ['тачно', 'нетачно'],
  ['tačno', 'netačno'],
  ['točno', 'netočno'],
  ['tiesa', 'netiesa'],
  ['pareizi', 'nepareizi'],
  ['sandt', 'falsk'],
  ['riktig', 'galt'],
  ['cert', 'fals'],
  ['дұрыс', 'бұрыс'],
  ['туура', 'туура эмес'],
  ['doğrudur', 'yanlışdır'],
  ['נכון', 'לא נכון'],
  ['صح', 'خطأ'],
  ['صواب', 'خطأ'],
  ['صحیح', 'غلط'],
  ['সত্য', 'মিথ্যা'],
  ['kweli', 'si kweli'],
  ['tama', 'mali'],
  ['ჭეშმარიტი', 'მცდარი'],
  ['ճիշտ', 'սխալ'],
];

export interface TrueFalseWord {
  value: boolean;
  /** The words of its pair. */
  words: readonly [string, string];
}

const byWord = new Map<string, TrueFalseWord>();
for (const words of pairs) {
  const [yes, no] = words;
  if (!byWord.has(yes)) byWord.set(yes, { value: true, words });
  if (!byWord.has(no)) byWord.set(no, { value: false, words });
}

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[‘’`ʻʼ]/g, "'")
    .replace(/[.,;:!。．，；：]+$/u, '');

/** Is the whole text a word for true or false? */
export function trueFalseWord(text: string): TrueFalseWord | null {
  return byWord.get(fold(text)) ?? null;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const gap = '[\\s/|,、;；，()（）[\\]☐□○]*';
const written = pairs.filter(([yes]) => yes.length > 1 || /[\u4e00-\u9fff]/.test(yes));
const orders = written
  .flatMap(([yes, no]) => [
    [yes, no],
    [no, yes],
  ])
  .map((words) => words.map(escape));
const bothWords = new RegExp(
  `^${gap}(?:${orders.map(([first, second]) => `${first}${gap}${second}`).join('|')})${gap}$`,
  'iu',
);
const eachOrder = orders.map(
  ([first, second]) => new RegExp(`^(${gap})(${first})(${gap})(${second})${gap}$`, 'iu'),
);
const longestPair = 60;
const orWord =
  '\\s*(?:[/|,、，]|(?:or|hay|hoặc|o|ou|oder|of|или|або|atau|veya|ya da|lub|nebo|sau|vagy|eller|أم|أو|یا|या|또는|还是|或)(?=\\s|$))\\s*';
const asking = (order: readonly string[]): string =>
  `(?:${order[0] ?? ''})(?:\\s+|(?=[/|,、，]))${orWord}\\s*(?:${order[1] ?? ''})`;
const asQuestion = (words: string): RegExp =>
  new RegExp(`^\\s*[([（【]?\\s*(?:${words})\\s*(?:[)\\]）】]\\s*[:：.]?|[:：])\\s*(?=\\S)`, 'iu');
const anyQuestionOfTruth = asQuestion(orders.map(asking).join('|'));
const questionsOfTruth = orders.map((order) => asQuestion(asking(order)));

/** The pair behind an order; each pair gives two of them. */
function wordsOfOrder(index: number): readonly [string, string] {
  return written[Math.floor(index / 2)] ?? ['true', 'false'];
}

/** `True or False: …`, `(Đúng/Sai) …`: where the statement begins, and the pair's words; null for all else. */
export function trueFalseQuestion(
  text: string,
): { from: number; words: readonly [string, string] } | null {
  const from = anyQuestionOfTruth.exec(text.slice(0, longestPair))?.[0].length;
  if (from === undefined) return null;
  const order = questionsOfTruth.findIndex((pattern) => pattern.test(text));
  return order < 0 ? null : { from, words: wordsOfOrder(order) };
}

/**
 * A line that holds both words and nothing else (`True / False`, `正确错误`): where each word stands,
 * in the line's order; null for every other line.
 */
export function findTrueFalsePair(text: string): { from: number; to: number }[] | null {
  if (text.length > longestPair || !bothWords.test(text)) return null;
  for (const order of eachOrder) {
    const [, before = '', first = '', between = '', second = ''] = order.exec(text) ?? [];
    if (first === '') continue;
    const start = before.length;
    const next = start + first.length + between.length;
    return [
      { from: start, to: start + first.length },
      { from: next, to: next + second.length },
    ];
  }
  return null;
}

/** Both words in the way a teacher writes them, for a question whose options are not written out. */
export function trueFalseLabels([yes, no]: readonly [string, string]): [string, string] {
  if (yes === 't') return ['True', 'False'];
  if (yes === 'đ') return ['Đúng', 'Sai'];
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return [capital(yes), capital(no)];
}
