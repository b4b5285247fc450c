/** 0–100; 0 where nothing could be scored. */
export function percentOf(score: number, max: number): number {
  return max > 0 ? Math.min(100, Math.max(0, (score / max) * 100)) : 0;
}

/** Between two ISO times of the server. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
}
