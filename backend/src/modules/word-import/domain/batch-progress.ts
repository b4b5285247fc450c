/** Files a batch may have. */
export const MOST_FILES = 50;
/** Announced files that do not come within this time are not waited for. */
const PATIENCE_SECONDS = 120;

type State = 'PENDING' | 'PROCESSING' | 'DONE' | 'FAILED';

export interface BatchFile {
  state: State;
  /** Per cent. */
  progress: number;
}

/** Where a batch is, told from its files. */
export interface BatchProgress {
  /** FAILED when every file failed; PENDING while none was begun. */
  state: State;
  /** Per cent, of all files that are still expected. */
  progress: number;
  counts: Record<State, number>;
}

const isOver = ({ state }: BatchFile): boolean => state === 'DONE' || state === 'FAILED';

/** `fileCount`: as announced. `quietSeconds`: since the last upload, or since the batch was announced. */
export function batchProgress(
  files: readonly BatchFile[],
  fileCount: number,
  quietSeconds: number,
): BatchProgress {
  const counts = { PENDING: 0, PROCESSING: 0, DONE: 0, FAILED: 0 };
  for (const { state } of files) counts[state] += 1;
  const isComplete = files.length >= fileCount || quietSeconds > PATIENCE_SECONDS;
  const expected = isComplete ? files.length : fileCount;
  const done = files.reduce((sum, file) => sum + (isOver(file) ? 100 : file.progress), 0);
  const progress = expected === 0 ? 100 : Math.floor(done / expected);
  return { state: stateOf(files, counts, isComplete), progress, counts };
}

function stateOf(
  files: readonly BatchFile[],
  counts: Record<State, number>,
  isComplete: boolean,
): State {
  if (isComplete && files.every(isOver)) {
    return files.length > 0 && counts.FAILED === files.length ? 'FAILED' : 'DONE';
  }
  return counts.PENDING === files.length ? 'PENDING' : 'PROCESSING';
}
