import { newId } from '../../../shared/ids.js';
import { STATUS, type Flag } from '../attempt-row.js';
import type { SubmitRequest } from '../attempts.dto.js';
import { answerRefused } from '../attempts.errors.js';
import { checkAnswers } from '../domain/answer-check.js';
import type { AnswerChange, SavedAnswers } from '../domain/answers.js';
import { findLate, isNewLateFlag } from '../domain/late-answers.js';
import { toPosition } from '../domain/position.js';
import { makeReceipt } from '../domain/receipt.js';
import { gradeAttempt, type Grade } from '../domain/scoring.js';
import { mergeSubmit, type LaterSave } from '../domain/submit-merge.js';
import { mutationHash } from '../saving/mutation-hash.js';
import type { ClosedState, LockedAttempt } from './submission.repository.js';
import type { QuizContent } from '../version-reader.js';

/** Everything that closing an attempt writes. `save` is null when the submit changed no answer. */
export interface Closing {
  state: ClosedState;
  grade: Grade;
  save: SubmitSave | null;
}

interface SubmitSave {
  attemptId: string;
  version: number;
  client: string;
  seq: number;
  at: Date;
  delta: SavedAnswers;
}

/** A submit in time: what it carries is merged in, never refused for being out of date. */
export function handIn(
  attempt: LockedAttempt,
  content: QuizContent,
  request: SubmitRequest,
  laterSaves: readonly LaterSave[],
): Closing {
  const changes = withClaimed(request);
  const problem = checkAnswers(content.rules, changes);
  if (problem) throw answerRefused(problem);
  const { clientId, seq, baseVersion } = request;
  const at = attempt.clock;
  const { answers, delta, losers } = mergeSubmit({
    saved: attempt.answers,
    changes,
    clientId,
    seq,
    laterSaves,
    at,
  });
  const changed = Object.keys(delta).length > 0;
  const version = changed ? attempt.version + 1 : attempt.version;
  const flag = { code: 'SUBMIT_MERGED_STALE', at: at.toISOString(), clientId, baseVersion, losers };
  const { state, grade } = closedWith(attempt, content, answers, STATUS.SUBMITTED, at);
  return {
    state: {
      ...state,
      version,
      currentIndex: toPosition(request.currentQuestionIndex, content.version.questions.length),
      timeSpent: Math.max(attempt.timeSpent, request.timeSpent),
      writer: clientId,
      writerSeq: seq,
      writerHash: mutationHash(request),
      flags: losers.length > 0 ? [...attempt.flags, flag] : attempt.flags,
    },
    grade,
    save: changed ? { attemptId: attempt.id, version, client: clientId, seq, at, delta } : null,
  };
}

/** Time has run out: the last saved answers count. */
export function runOut(attempt: LockedAttempt, content: QuizContent): Closing {
  const { answers, deadlineAt, clock } = attempt;
  const closed = closedWith(attempt, content, answers, STATUS.EXPIRED, deadlineAt ?? clock);
  return { ...closed, save: null };
}

/** All that a submit carries: in an attempt that is still open, what it claims to have in time counts as well. */
export function withClaimed({ answers, late }: SubmitRequest): AnswerChange[] {
  const named = new Set(answers.map(({ questionId }) => questionId));
  const further = late?.answers.filter(({ questionId }) => !named.has(questionId)) ?? [];
  return [...answers, ...further];
}

/**
 * What a submit that meets an attempt handed in before adds to its flags: its valid answers that are
 * not part of what was graded, unless they are kept already. `included` is false when there are any.
 */
export function keptForStaff(
  attempt: LockedAttempt,
  { rules }: QuizContent,
  request: SubmitRequest,
): { included: boolean; flags: Flag[] } {
  const late = findLate(attempt.answers, withClaimed(request));
  if (late.length === 0) return { included: true, flags: [] };
  const flag = {
    code: 'ANSWERS_AFTER_SUBMIT',
    at: attempt.clock.toISOString(),
    clientId: request.clientId,
    seq: request.seq,
    answers: late,
  } as const;
  const keep = checkAnswers(rules, late) === null && isNewLateFlag(attempt.flags, flag);
  return { included: false, flags: keep ? [{ ...flag }] : [] };
}

function closedWith(
  attempt: LockedAttempt,
  { version }: QuizContent,
  answers: SavedAnswers,
  status: number,
  submittedAt: Date,
): { state: ClosedState; grade: Grade } {
  const grade = gradeAttempt(version.questions, answers, version.passPercent);
  const { score, maxScore, passed } = grade;
  const receipt = makeReceipt(newId(), attempt.id, submittedAt, answers);
  const { currentIndex, timeSpent, writer, writerSeq, writerHash, flags } = attempt;
  const kept = { version: attempt.version, currentIndex, timeSpent, writer, writerSeq, writerHash };
  const result = { status, answers, submittedAt, score, maxScore, passed, receipt, flags };
  return { state: { ...kept, ...result }, grade };
}
