/** How a stretch of a line looks. */
export type Look = 'bold' | 'underline' | 'highlight' | 'red' | 'code';
export type Run = string | readonly [text: string, look: Look];

/** A paragraph, with the label that Word's own list gives it, or a row of a table. */
export interface ExcerptLine {
  runs?: readonly Run[];
  list?: string;
  /** How far in, in steps. */
  indent?: number;
  cells?: readonly (readonly Run[])[];
}

/** A piece of a Word document, and what is read in it: for each question its right answers. */
export interface Excerpt {
  lines: readonly ExcerptLine[];
  /** Labels of right options, or the answers that are typed. */
  reads: readonly (readonly string[])[];
}

/** A typed line; a tuple of text and look for each stretch that stands out. */
export const line = (...runs: Run[]): ExcerptLine => ({ runs });
/** A line further in. */
export const inner = (...runs: Run[]): ExcerptLine => ({ runs, indent: 1 });
/** A line that Word itself numbers, letters or bullets. */
export const item = (list: string, ...runs: Run[]): ExcerptLine => ({ runs, list });
/** The same further in. */
export const innerItem = (list: string, ...runs: Run[]): ExcerptLine => ({ runs, list, indent: 1 });
/** A row of a table. */
export const row = (...cells: (Run | readonly Run[])[]): ExcerptLine => ({
  cells: cells.map((cell) => (isRuns(cell) ? cell : [cell])),
});

/** A look stands second, where a list of runs has another run. */
function isRuns(cell: Run | readonly Run[]): cell is readonly Run[] {
  return Array.isArray(cell) && !(cell.length === 2 && looks.has(String(cell[1])));
}

const looks = new Set<string>(['bold', 'underline', 'highlight', 'red', 'code'] satisfies Look[]);
