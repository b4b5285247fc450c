import { Injectable } from '@nestjs/common';
import { Changes } from '../../../cache/changes.service.js';
import type { Transaction } from '../../../database/database.service.js';
import { EventPublisher } from '../../../events/event-publisher.service.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { notFound } from '../../../shared/app-error.js';
import { newId } from '../../../shared/ids.js';
import type { AttemptRow } from '../attempt-row.js';
import type { SubmitRequest } from '../attempts.dto.js';
import { AttemptsRepository } from '../attempts.repository.js';
import { checkAnswers } from '../domain/answer-check.js';
import { offlineGraceEnd } from '../domain/deadline.js';
import { newLateSets, sortLate, type LateSet } from '../domain/late-answers.js';
import type { SavedAnswers } from '../domain/answers.js';
import { decideLate, type LateDecision } from '../domain/late-decision.js';
import { canonicalAnswers, makeReceipt, valuesOf } from '../domain/receipt.js';
import { regradeAttempt } from '../domain/regrade.js';
import { Grading } from '../submission/grading.service.js';
import type { LateAnswersDto, LateDecisionRequest } from './late-answers.dto.js';
import { toLateAnswers } from './late-answers.mapper.js';
import { LateAnswersRepository, type LateRow } from './late-answers.repository.js';
import { RegradeRepository } from '../regrading/regrade.repository.js';
import { SubmissionRepository, type LockedAttempt } from '../submission/submission.repository.js';
import { VersionReader, type QuizContent } from '../version-reader.js';

/** How often answers of one attempt are accepted without anybody looking: each tells a new score. */
const MOST_BY_POLICY = 3;

/** Answers that came after an attempt was closed by the clock: kept apart, accepted by the quiz's policy or by staff. */
@Injectable()
export class LateAnswersService {
  constructor(
    private readonly grading: Grading,
    private readonly attempts: AttemptsRepository,
    private readonly late: LateAnswersRepository,
    private readonly regrades: RegradeRepository,
    private readonly submissions: SubmissionRepository,
    private readonly versions: VersionReader,
    private readonly changes: Changes,
    private readonly events: EventPublisher,
    private readonly logger: AppLogger,
  ) {}

  /**
   * Keeps what a submit brings to an attempt that the clock has closed, and accepts what may count. `included`: all
   * of it is part of what is graded now. A request sent again changes nothing.
   */
  async take(
    tx: Transaction,
    attempt: LockedAttempt,
    content: QuizContent,
    request: SubmitRequest,
  ): Promise<{ closed: AttemptRow; included: boolean }> {
    const sets = await this.sort(tx, attempt, request);
    if (sets.length === 0) return { closed: attempt, included: true };
    const fits = sets.every(({ answers }) => checkAnswers(content.rules, answers) === null);
    if (!fits) return { closed: attempt, included: false };
    const kept = await this.late.listIn(tx, attempt.id);
    const fresh = newLateSets(kept, request, sets);
    if (fresh.length > 0) this.changes.announceAfter(tx, 'attempt', attempt.id);
    let closed: LockedAttempt = attempt;
    let accepted = 0;
    for (const set of fresh) {
      const row = toRow(attempt, content, request, set);
      await this.late.write(tx, [row]);
      await this.submissions.addFlags(tx, attempt.id, [flagOf(row)]);
      if (mayCount(row, content, kept)) {
        closed = await this.accept(tx, closed, content, row);
        accepted += 1;
      }
    }
    return { closed, included: accepted === sets.length };
  }

  /** For staff. */
  async list(attemptId: string): Promise<LateAnswersDto> {
    const attempt = await this.getAttempt(attemptId);
    const { version } = await this.versions.getContent(attempt.versionId);
    return toLateAnswers(attempt, version, await this.late.list(attemptId));
  }

  /**
   * Accepts or refuses some of them; what was decided before can be decided otherwise. The same again changes nothing,
   * and all that changes at once is one new grade with one further receipt.
   */
  async decide(
    attemptId: string,
    { accept, answers: chosen }: LateDecisionRequest,
    staffId: string,
  ): Promise<LateAnswersDto> {
    const { versionId } = await this.getAttempt(attemptId);
    await this.grading.transaction(versionId, async (tx, content) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      const kept = await this.late.listIn(tx, attemptId);
      const facts = { accept, chosen, at: attempt.clock, by: staffId, newId };
      const decision = decideLate(kept, attempt.answers, facts);
      if (decision === null) throw notFound('late answers');
      await this.apply(tx, attempt, content, decision);
    });
    return this.list(attemptId);
  }

  private async getAttempt(id: string): Promise<AttemptRow> {
    const attempt = await this.attempts.findAttempt(id);
    if (!attempt) throw notFound('attempt');
    return attempt;
  }

  private async sort(
    tx: Transaction,
    attempt: LockedAttempt,
    request: SubmitRequest,
  ): Promise<LateSet[]> {
    const { clientId, seq, baseVersion } = request;
    return sortLate({
      graded: attempt.answers,
      claimed: request.late?.answers ?? [],
      changes: request.answers,
      clientId,
      seq,
      laterSaves: await this.submissions.listSavesAfter(tx, attempt.id, baseVersion),
    });
  }

  /** As the quiz's policy does. */
  private async accept(
    tx: Transaction,
    attempt: LockedAttempt,
    content: QuizContent,
    row: LateRow,
  ): Promise<LockedAttempt> {
    const chosen = [
      { lateId: row.id, questionIds: row.answers.map(({ questionId }) => questionId) },
    ];
    const facts = { accept: true, chosen, at: attempt.clock, by: null, newId };
    const decision = decideLate([row], attempt.answers, facts);
    return decision ? this.apply(tx, attempt, content, decision) : attempt;
  }

  private async apply(
    tx: Transaction,
    attempt: LockedAttempt,
    content: QuizContent,
    { changed, answers, saves }: LateDecision<LateRow>,
  ): Promise<LockedAttempt> {
    if (changed.length > 0) {
      await this.late.write(tx, changed);
      // First: the pages that are told ask again at once.
      this.changes.announceAfter(tx, 'attempt', attempt.id);
      tx.afterCommit(() => this.tellStudent(attempt));
    }
    if (saves.length === 0) return attempt;
    const at = attempt.clock;
    let version = attempt.version;
    for (const { client, seq, delta } of saves) {
      version += 1;
      const save = { attemptId: attempt.id, version, client, seq, at };
      await this.submissions.insertSave(tx, save, delta);
    }
    return this.change(tx, attempt, content, { answers, version });
  }

  /** Their open pages show the result as it was. */
  private tellStudent({ id, userId }: LockedAttempt): Promise<void> {
    return this.events.publish([{ userId, type: 'attempt-result', data: { attemptId: id } }]);
  }

  /** Gives a closed attempt other answers: a new grade and a further receipt. */
  private async change(
    tx: Transaction,
    attempt: LockedAttempt,
    content: QuizContent,
    { answers, version }: { answers: SavedAnswers; version: number },
  ): Promise<LockedAttempt> {
    const at = attempt.clock;
    const graded = await this.submissions.listGradedIn(tx, attempt.id);
    const regrade = regradeAttempt(graded, content.version, answers, version);
    const covered = canonicalAnswers(valuesOf(attempt.answers));
    await this.regrades.write(tx, attempt, regrade, { cause: 'LATE_ANSWERS', at });
    const receipt = makeReceipt(newId(), attempt.id, at, answers);
    const changed = await this.regrades.replaceReceipt(tx, attempt, receipt, covered);
    tx.afterCommit(() => {
      const { id: attemptId, quizId, score } = changed;
      this.logger.info('late answers decided', { attemptId, quizId, score });
    });
    return { ...changed, clock: at };
  }
}

function toRow(
  attempt: LockedAttempt,
  { version }: QuizContent,
  request: SubmitRequest,
  set: LateSet,
): LateRow {
  const claim = set.kind === 'UNPROVEN' ? undefined : request.late;
  const graceEnd = offlineGraceEnd(attempt.deadlineAt, version.offlineGraceSeconds);
  return {
    ...set,
    id: newId(),
    attemptId: attempt.id,
    client: request.clientId,
    seq: request.seq,
    part: 0,
    verified: claim?.verified ?? false,
    lastChosenAt: claim ? new Date(claim.lastChosenAt) : null,
    arrivedAt: attempt.clock,
    inGrace: graceEnd !== null && attempt.now < graceEnd,
    state: 'WAITING',
    decidedAt: null,
    decidedBy: null,
    replaced: null,
  };
}

/** Tells staff where to look. */
function flagOf({ id, arrivedAt, client, seq, kind, verified, answers }: LateRow) {
  return {
    code: 'ANSWERS_AFTER_DEADLINE',
    at: arrivedAt.toISOString(),
    clientId: client,
    ...{ seq, lateId: id, kind, verified, answers },
  };
}

function mayCount(row: LateRow, { version }: QuizContent, kept: readonly LateRow[]): boolean {
  const before = kept.filter(
    ({ decidedAt, decidedBy }) => decidedAt !== null && decidedBy === null,
  );
  return (
    row.kind === 'IN_TIME' &&
    row.inGrace &&
    version.lateAnswers === 'ACCEPT' &&
    before.length < MOST_BY_POLICY
  );
}
