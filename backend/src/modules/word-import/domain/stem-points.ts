const unit =
  '(?:points?|pts?\\.?|marks?|điểm|đ|分|점|балл(?:а|ов)?|б\\.|punkt(?:e|y|ów)?|puntos?|pontos?|punti|punto|punten|poin|puan|ball|pistettä|poäng|pont|درجات|درجة|نمره|अंक|คะแนน)';
const amount = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const atStart = new RegExp(`^[([（【]\\s*${amount}\\s*${unit}\\s*[)\\]）】]`, 'iu');
const atEnd = new RegExp(`[([（【]\\s*${amount}\\s*${unit}\\s*[)\\]）】]\\s*[.:：。]?$`, 'iu');
/** The words are never further from the end than this. */
const longest = 30;

/** The points a question's text gives in brackets at its start or end: `… (2 points)`; null when it gives none. */
export function pointsInText(text: string): number | null {
  const found = atStart.exec(text.slice(0, longest)) ?? atEnd.exec(text.trimEnd().slice(-longest));
  const points = Number(found?.[1]?.replace(',', '.'));
  return found && points > 0 ? points : null;
}
