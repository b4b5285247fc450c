import {
  sameValue,
  toSavedAnswers,
  type AnswerChange,
  type SavedAnswer,
  type SavedAnswers,
} from './answers.js';

/** A save applied after the version that the submitting page knew. */
export interface LaterSave {
  client: string;
  seq: number;
  questionIds: readonly string[];
}

export interface SubmitMerge {
  /** All answers handed in. */
  answers: SavedAnswers;
  /** What the submit itself changed, for the history. */
  delta: SavedAnswers;
  /** What another device had saved meanwhile and the submit replaced. */
  losers: (SavedAnswer & { questionId: string })[];
}

/**
 * Merges what a submit carries into what is saved. Whoever presses submit hands in what that page
 * shows: its changes win also over values another device saved meanwhile, which are returned as
 * `losers`. Only a later mutation of the same page counts more than the submit.
 */
export function mergeSubmit(input: {
  saved: SavedAnswers;
  changes: readonly AnswerChange[];
  clientId: string;
  seq: number;
  laterSaves: readonly LaterSave[];
  at: Date;
}): SubmitMerge {
  const { saved, clientId, seq, laterSaves, at } = input;
  const own = laterSaves.filter((save) => save.client === clientId && save.seq >= seq);
  const foreign = laterSaves.filter((save) => save.client !== clientId);
  const supersededIds = new Set(own.flatMap((save) => save.questionIds));
  const foreignIds = new Set(foreign.flatMap((save) => save.questionIds));

  const changes = input.changes.filter(({ questionId, value }) => {
    const current = saved[questionId];
    const changed = current === undefined || !sameValue(current.value, value);
    return changed && !supersededIds.has(questionId);
  });
  const losers = changes.flatMap(({ questionId }) => {
    const current = saved[questionId];
    const replaced = current && current.device !== clientId && foreignIds.has(questionId);
    return replaced ? [{ questionId, ...current }] : [];
  });
  const delta = toSavedAnswers(changes, clientId, at);
  return { answers: { ...saved, ...delta }, delta, losers };
}
