import { commonPasswords } from './common-passwords.js';

/** Digits and signs that people hang on a word to call it new: "2026!", "#1". */
const ORNAMENT = /^[^\p{L}]{1,5}|[^\p{L}]{1,5}$/gu;
/** Shorter names are parts of too many words to say anything about a password. */
const SHORTEST_OWN_WORD = 4;

interface AccountWords {
  email: string;
  name: string;
}

/**
 * Whether a password is one that guessing begins with: a common one, one or two characters over and
 * over, or the person's own e-mail or name; each also with a few digits and signs around it.
 * @param password as typed; its length is checked elsewhere
 */
export function isTooCommon(password: string, { email, name }: AccountWords): boolean {
  const folded = fold(password);
  if (commonPasswords.has(folded) || new Set(folded).size <= 2) return true;
  const core = compact(folded.replaceAll(ORNAMENT, ''));
  if (commonPasswords.has(core)) return true;
  return [email, email.split('@', 1).join(), name].map(fold).some((word) => {
    const own = compact(word);
    return own.length >= SHORTEST_OWN_WORD && (own === compact(folded) || own === core);
  });
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function compact(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
