/** 0 → A … 25 → Z, then 27, 28, … as numbers: nobody counts further in letters. */
export function optionLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}
