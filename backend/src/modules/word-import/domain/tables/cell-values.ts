import { letterOrdinal } from '../labels.js';
import { matchQuestionLabel } from '../question-marker.js';
import type { SourceNumbering } from '../source-document.js';
import type { Cell } from './grid.js';

const countingFormats = new Set(['decimal', 'decimalZero', 'decimalFullWidth']);

/** The number that Word's own list shows before a paragraph, when it is a plain one. */
export function countedNumber(numbering: SourceNumbering | null | undefined): number | null {
  if (!numbering || !countingFormats.has(numbering.format)) return null;
  return /\d\D+\d/.test(numbering.label) ? null : numbering.value;
}

const bareNumber = /^[([（]?(\d{1,4})\s?[)\]）.:：、]?$/;

/** The number a text is, with or without a word before it: `7`, `7.`, `Question 7`, `Câu 7:`. */
export function numberIn(text: string): number | null {
  const bare = bareNumber.exec(text)?.[1];
  if (bare !== undefined) return Number(bare);
  const marker = matchQuestionLabel(text);
  const alone = marker?.style === 'keyword' && marker.label !== '' && marker.from >= text.length;
  return alone ? marker.value : null;
}

/** The number a cell holds and nothing else, typed or counted by Word. */
export function numberOf(cell: Cell | undefined): number | null {
  if (!cell) return null;
  if (cell.text !== '') return numberIn(cell.text);
  const counted = cell.paragraphs.map(({ numbering }) => countedNumber(numbering));
  return counted.find((value) => value !== null) ?? null;
}

const letterList =
  /^[(（]?[A-Ja-jА-Иа-и①-⑩][)）.]?(?:(?:\s*[,;/&+，、]\s*|\s(?:and|và|и|y|et|und|e|dan)\s)[(（]?[A-Ja-jА-Иа-и①-⑩][)）.]?)*$/u;
const joinedLetters = /^(?:[A-H]{2,6}|[a-h]{2,6}|[A-H](?: [A-H]){1,5})$/;

/** Is a text nothing but the letters of options: `B`, `(c)`, `A, C`, `A and C`, `ACD`, `A C`? */
export const isLetters = (text: string): boolean =>
  letterList.test(text) || joinedLetters.test(text);

/** Is a text one capital letter of an option? */
export const isCapital = (text: string): boolean =>
  text.length === 1 && text === text.toUpperCase() && letterOrdinal(text) !== null;

const ticked =
  /^(?:x|✓|✔|☑|☒|√|v|\*+|\+|●|■|\[x\]|1|100\s*%?|true|t|yes|y|right|correct|đúng|đ|да|верно|benar|vrai|richtig|sí|sim|正确|对|是)$/iu;
const unticked =
  /^(?:|-+|–|—|✗|✘|×|☐|□|○|\[ ?\]|0|0\s*%|-\d+(?:[.,]\d+)?\s*%?|false|f|no|n|wrong|incorrect|sai|s|нет|неверно|salah|faux|falsch|não|错误|错|否)$/iu;

/** Does a cell beside an option say that it is right (true) or wrong (false)? Null when it says neither. */
export function tickOf(text: string): boolean | null {
  if (ticked.test(text)) return true;
  return unticked.test(text) ? false : null;
}
