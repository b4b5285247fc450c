import type { ExcerptId } from './excerpts.ts';

export interface GuideFigure {
  id: ExcerptId;
  title: string;
  text: string;
}

export interface GuideSection {
  id: string;
  title: string;
  text: string;
  figures: readonly GuideFigure[];
}

/** All that the page says, in one language: only this page loads it. */
export interface GuideTexts {
  title: string;
  lead: string;
  back: string;
  contents: string;
  sample: string;
  recommended: GuideFigure & { points: readonly string[] };
  sections: readonly GuideSection[];
  content: { title: string; points: readonly string[] };
  reports: { title: string; points: readonly string[] };
}
