import { sameValue, toSavedAnswers, type SavedAnswer, type SavedAnswers } from './answers.js';
import type { KeptLate } from './late-answers.js';
import { replacedBy, takeBack } from './regrade.js';

export type LateState = 'WAITING' | 'ACCEPTED' | 'REFUSED';

/** Late answers with what was decided on them. Those of one request and kind may be decided in several parts. */
export interface LateEntry extends KeptLate {
  id: string;
  /** Counts the parts of one request and kind, from 0. */
  part: number;
  state: LateState;
  /** What accepting them replaced, by question id; null where they are not accepted. */
  replaced: Record<string, SavedAnswer | null> | null;
  decidedAt: Date | null;
  /** null where the quiz's policy decided. */
  decidedBy: string | null;
}

/** Some of the answers that came together with those of an entry. */
export interface ChosenLate {
  lateId: string;
  questionIds: readonly string[];
}

export interface LateDecision<Entry> {
  /** Entries that are new or differ from what they were. */
  changed: Entry[];
  /** What counts now. */
  answers: SavedAnswers;
  /** What changed in that, by the page and request it came from. */
  saves: { client: string; seq: number; delta: SavedAnswers }[];
}

interface Decide {
  accept: boolean;
  chosen: readonly ChosenLate[];
  at: Date;
  by: string | null;
  newId: () => string;
}

/**
 * Accepts or refuses some late answers of an attempt whose counting answers are `answers`; those decided so already
 * stay as they are. Null where there are no such answers among `kept`.
 */
export function decideLate<Entry extends LateEntry>(
  kept: readonly Entry[],
  answers: SavedAnswers,
  { accept, chosen, at, by, newId }: Decide,
): LateDecision<Entry> | null {
  const found = findChosen(kept, chosen);
  if (found === null) return null;
  const state = accept ? 'ACCEPTED' : 'REFUSED';
  const decision: LateDecision<Entry> = { changed: [], answers, saves: [] };
  let entries = [...kept];
  for (const [id, questionIds] of found) {
    const whole = entries.find((entry) => entry.id === id);
    if (!whole || whole.state === state) continue;
    const { taken, rest } = splitOff(entries, whole, questionIds, newId);
    const { delta, replaced } = accept
      ? accepted(taken, decision.answers, at)
      : refused(taken, decision.answers, at);
    const entry = { ...taken, state, replaced, decidedAt: at, decidedBy: by };
    entries = entries.flatMap((one) => (one === whole ? [...rest, entry] : [one]));
    if (!accept) entries = entries.map((one) => withoutTaken(one, taken));
    decision.answers = { ...decision.answers, ...delta };
    const { client, seq } = taken;
    if (Object.keys(delta).length > 0) decision.saves.push({ client, seq, delta });
  }
  decision.changed = entries.filter((entry) => !kept.includes(entry));
  return decision;
}

/** The chosen questions by the entry that holds them now: a part of what came together may have become another. */
function findChosen(
  kept: readonly LateEntry[],
  chosen: readonly ChosenLate[],
): Map<string, Set<string>> | null {
  const found = new Map<string, Set<string>>();
  for (const { lateId, questionIds } of chosen) {
    const named = kept.find(({ id }) => id === lateId);
    for (const questionId of questionIds) {
      const holder = kept.find(
        (one) =>
          named !== undefined &&
          cameTogether(one, named) &&
          one.answers.some((answer) => answer.questionId === questionId),
      );
      if (!holder) return null;
      found.set(holder.id, (found.get(holder.id) ?? new Set()).add(questionId));
    }
  }
  return found;
}

function cameTogether(a: KeptLate, b: KeptLate): boolean {
  return a.client === b.client && a.seq === b.seq && a.kind === b.kind;
}

function splitOff<Entry extends LateEntry>(
  entries: readonly Entry[],
  whole: Entry,
  questionIds: ReadonlySet<string>,
  newId: () => string,
): { taken: Entry; rest: Entry[] } {
  const others = whole.answers.filter(({ questionId }) => !questionIds.has(questionId));
  if (others.length === 0) return { taken: whole, rest: [] };
  const parts = entries.filter((one) => cameTogether(one, whole)).map(({ part }) => part);
  const some = whole.answers.filter(({ questionId }) => questionIds.has(questionId));
  return {
    taken: { ...only(whole, some), id: newId(), part: Math.max(...parts) + 1 },
    rest: [only(whole, others)],
  };
}

function only<Entry extends LateEntry>(entry: Entry, answers: LateEntry['answers']): Entry {
  const { replaced } = entry;
  const ids = answers.map(({ questionId }) => questionId);
  return {
    ...entry,
    answers,
    replaced: replaced && Object.fromEntries(ids.map((id) => [id, replaced[id] ?? null])),
  };
}

function accepted(taken: LateEntry, answers: SavedAnswers, at: Date) {
  const delta = toSavedAnswers(taken.answers, taken.client, at);
  return { delta, replaced: replacedBy(answers, Object.keys(delta)) };
}

/** Answers accepted before are taken back out of what counts. */
function refused(taken: LateEntry, answers: SavedAnswers, at: Date) {
  if (taken.state !== 'ACCEPTED') return { delta: {}, replaced: null };
  return { delta: takeBack(answers, taken, taken.replaced ?? {}, at), replaced: null };
}

/** What another entry replaced is no longer the answer taken back, but what that one had replaced. */
function withoutTaken<Entry extends LateEntry>(entry: Entry, taken: LateEntry): Entry {
  const { replaced } = entry;
  if (replaced === null || taken.replaced === null) return entry;
  const gone = taken.answers.filter(({ questionId, value }) => {
    const was = replaced[questionId];
    return was != null && was.device === taken.client && sameValue(was.value, value);
  });
  if (gone.length === 0) return entry;
  const before = taken.replaced;
  const now = gone.map(({ questionId }) => [questionId, before[questionId] ?? null] as const);
  return { ...entry, replaced: { ...replaced, ...Object.fromEntries(now) } };
}
