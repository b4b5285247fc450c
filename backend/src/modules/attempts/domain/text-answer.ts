/** Characters nobody sees or types on purpose: zero-width space, byte order mark, soft hyphen. */
const INVISIBLE = /[\u200b\ufeff\u00ad]/g;

/** Text as it is compared: compatibility forms (NFKC), case and runs of white space made equal. */
export function foldText(text: string): string {
  const compatible = text.normalize('NFKC').replace(INVISIBLE, '');
  // Upper case first: it alone makes ß and ss, and the two small sigmas, equal.
  const folded = compatible.toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replace(/\s+/gu, ' ').trim();
}

/** Whether typed text is one of the accepted answers. */
export function matchesText(typed: string, accepted: readonly string[]): boolean {
  const folded = foldText(typed);
  return folded !== '' && accepted.some((answer) => foldText(answer) === folded);
}
