import { isAnswered, sameValue, type AnswerChange, type SavedAnswers } from './answers.js';
import { mergeSubmit, type LaterSave } from './submit-merge.js';

/** Bounds what a page that keeps asking can add to an attempt. */
const MOST_LATE = 10;

/** Answers that came after another page had handed in: not graded, kept for staff. `at` is an ISO date-time. */
export interface LateFlag {
  code: 'ANSWERS_AFTER_SUBMIT';
  at: string;
  clientId: string;
  seq: number;
  answers: AnswerChange[];
}

/** What of `changes` differs from what was graded; no answer, a blank and an empty choice are one. */
export function findLate(graded: SavedAnswers, changes: readonly AnswerChange[]): AnswerChange[] {
  return changes.filter(({ questionId, value }) => {
    const counted = graded[questionId]?.value ?? null;
    if (!isAnswered(counted) && !isAnswered(value)) return false;
    return !sameValue(counted, value);
  });
}

/**
 * IN_TIME: chosen before the deadline, as the device says. CONTESTED: the same, but another device saved the
 * question meanwhile. UNPROVEN: nobody says when.
 */
export type LateKind = 'IN_TIME' | 'CONTESTED' | 'UNPROVEN';

/** Answers of one kind out of one request. */
export interface LateSet {
  kind: LateKind;
  answers: AnswerChange[];
}

/**
 * What of a request differs from what was graded, by kind. `claimed` it says to be chosen before the deadline,
 * `changes` is all it carries, `laterSaves` were applied after the version its page knew. What the same page saved
 * later itself is left out: it counts more.
 */
export function sortLate(input: {
  graded: SavedAnswers;
  claimed: readonly AnswerChange[];
  changes: readonly AnswerChange[];
  clientId: string;
  seq: number;
  laterSaves: readonly LaterSave[];
}): LateSet[] {
  const { graded, claimed, changes, clientId, seq, laterSaves } = input;
  const merge = mergeSubmit({
    ...{ saved: graded, changes: findLate(graded, claimed), clientId, seq, laterSaves },
    at: new Date(0),
  });
  const lost = new Set(merge.losers.map(({ questionId }) => questionId));
  const counted = claimed.filter(({ questionId }) => questionId in merge.delta);
  const claims = new Map(claimed.map(({ questionId, value }) => [questionId, value]));
  const unproven = findLate(graded, changes).filter(({ questionId, value }) => {
    const claim = claims.get(questionId);
    return claim === undefined || !sameValue(claim, value);
  });
  const sets: LateSet[] = [
    { kind: 'IN_TIME', answers: counted.filter(({ questionId }) => !lost.has(questionId)) },
    { kind: 'CONTESTED', answers: counted.filter(({ questionId }) => lost.has(questionId)) },
    { kind: 'UNPROVEN', answers: unproven },
  ];
  return sets.filter(({ answers }) => answers.length > 0);
}

/** Answers kept apart, as far as telling a repeat takes. */
export interface KeptLate extends LateSet {
  client: string;
  seq: number;
}

/** What came together as one, however many parts it was decided in. */
function rejoin(parts: readonly KeptLate[]): KeptLate[] {
  const whole = new Map<string, KeptLate>();
  for (const { client, seq, kind, answers } of parts) {
    const key = `${client} ${String(seq)} ${kind}`;
    const before = whole.get(key)?.answers ?? [];
    whole.set(key, { client, seq, kind, answers: [...before, ...answers] });
  }
  return [...whole.values()];
}

/** The sets of a request that are not kept already, and that an attempt has room for. */
export function newLateSets(
  parts: readonly KeptLate[],
  request: { clientId: string; seq: number },
  sets: readonly LateSet[],
): LateSet[] {
  const kept = rejoin(parts);
  const isKept = ({ kind, answers }: LateSet) =>
    kept.some(
      (one) =>
        one.client === request.clientId &&
        one.kind === kind &&
        (one.seq === request.seq || saySame(one.answers, answers)),
    );
  return sets.filter((set) => !isKept(set)).slice(0, Math.max(0, MOST_LATE - kept.length));
}

function isLateFlag(flag: { code: string }): flag is LateFlag {
  return flag.code === 'ANSWERS_AFTER_SUBMIT';
}

function saySame(a: readonly AnswerChange[], b: readonly AnswerChange[]): boolean {
  const values = new Map(a.map(({ questionId, value }) => [questionId, value]));
  return (
    a.length === b.length &&
    b.every(({ questionId, value }) => {
      const known = values.get(questionId);
      return known !== undefined && sameValue(known, value);
    })
  );
}

/**
 * Whether `flag` adds something to the attempt's flags: not a request sent again (same page and number,
 * or the same answers of that page under a new number), nor more than an attempt may hold.
 */
export function isNewLateFlag(flags: readonly { code: string }[], flag: LateFlag): boolean {
  const late = flags.filter(isLateFlag);
  const known = late.some(
    ({ clientId, seq, answers }) =>
      clientId === flag.clientId && (seq === flag.seq || saySame(answers, flag.answers)),
  );
  return !known && late.length < MOST_LATE;
}
