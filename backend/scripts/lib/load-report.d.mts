import type { Fact, LoadResult, Picture, Verdict } from './load-result.mjs';

export interface Report {
  results: LoadResult[];
  verdicts: Verdict[];
  pictures: Picture[];
  facts: Fact[];
  /** As the report refers to it. */
  pictureDir: string;
}

/** The report as Markdown: every figure in it was measured. */
export function reportText(report: Report): string;
