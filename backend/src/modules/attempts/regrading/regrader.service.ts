import { Injectable } from '@nestjs/common';
import { Changes } from '../../../cache/changes.service.js';
import { Database, type Transaction } from '../../../database/database.service.js';
import {
  CatalogueCommands,
  CatalogueReader,
  type PublishedVersion,
} from '../../catalogue/catalogue.api.js';
import { correctedKey, withKey, type GivenKey } from '../domain/corrected-key.js';
import { regradeAttempt, type Regrade } from '../domain/regrade.js';
import { Grading } from '../submission/grading.service.js';
import { RegradeRepository } from './regrade.repository.js';
import { RegraderRepository, type ClosedAttempt } from './regrader.repository.js';
import { SubmissionRepository, type LockedAttempt } from '../submission/submission.repository.js';
import { VersionReader } from '../version-reader.js';

/** Attempts read at once. */
const BATCH = 200;

/** A result that changes, with what it was. */
export interface ChangedResult extends ClosedAttempt {
  before: { score: number; maxScore: number; passed: boolean };
  after: { score: number; maxScore: number; passed: boolean };
}

export interface RegradeReport {
  title: string;
  /** How many attempts were looked at. */
  attempts: number;
  changed: ChangedResult[];
}

interface Graded {
  attempt: LockedAttempt;
  regrade: Regrade;
}

/** What cannot be done, in words for the person at the terminal. */
export class RegradeRefused extends Error {}

/** Grades closed attempts of a quiz anew, after its key was corrected. */
@Injectable()
export class Regrader {
  constructor(
    private readonly database: Database,
    private readonly reader: CatalogueReader,
    private readonly commands: CatalogueCommands,
    private readonly versions: VersionReader,
    private readonly grading: Grading,
    private readonly closed: RegraderRepository,
    private readonly submissions: SubmissionRepository,
    private readonly regrades: RegradeRepository,
    private readonly changes: Changes,
  ) {}

  /**
   * Corrects the key of one question, where `correction` is given, and grades every closed attempt of the quiz by the
   * key that is then in force. A run that was interrupted is finished by another; a dry run writes nothing.
   */
  async run(
    quizId: string,
    correction: { questionId: string; key: GivenKey } | null,
    dryRun: boolean,
  ): Promise<RegradeReport> {
    const title = await this.closed.findQuizTitle(quizId);
    if (title === null) throw new RegradeRefused(`There is no quiz ${quizId}.`);
    const report: RegradeReport = { title, attempts: 0, changed: [] };
    const planned = correction && (await this.plan(quizId, correction));
    if (planned && !dryRun) await this.correct(planned);
    const versionIds = planned
      ? [planned.question.versionId]
      : await this.closed.findGradedVersions(quizId);
    for (const versionId of versionIds) {
      if (dryRun) {
        const { version } = await this.versions.getCurrent(versionId);
        const key = planned && { questionId: planned.questionId, key: planned.after };
        await this.preview(key ? withKey(version, key) : version, report);
      } else {
        await this.apply(versionId, report);
      }
    }
    return report;
  }

  private async plan(quizId: string, { questionId, key }: { questionId: string; key: GivenKey }) {
    const question = await this.reader.findKeyedQuestion(questionId);
    if (question?.quizId !== quizId) {
      throw new RegradeRefused(`The quiz has no published question ${questionId}.`);
    }
    const after = correctedKey(question, key);
    if ('problem' in after) throw new RegradeRefused(after.problem);
    return { questionId, question, after };
  }

  private async correct({
    questionId,
    question,
    after,
  }: Awaited<ReturnType<Regrader['plan']>>): Promise<void> {
    await this.database.transaction((tx) =>
      this.commands.correctKey(tx, questionId, question, after),
    );
  }

  private async preview(version: PublishedVersion, report: RegradeReport): Promise<void> {
    await this.eachClosed(version.versionId, async (one) => {
      const graded = await this.database.transaction((tx) => this.gradeAnew(tx, one, version));
      note(report, one, graded);
    });
  }

  private async apply(versionId: string, report: RegradeReport): Promise<void> {
    await this.eachClosed(versionId, async (one) => {
      const graded = await this.grading.transaction(versionId, async (tx, { version }) => {
        const { attempt, regrade } = await this.gradeAnew(tx, one, version);
        const facts = { cause: 'KEY_CORRECTED', at: attempt.clock } as const;
        if (regrade.changes.length > 0) {
          await this.regrades.write(tx, attempt, regrade, facts);
          this.changes.announceAfter(tx, 'attempt', attempt.id);
        }
        return { attempt, regrade };
      });
      note(report, one, graded);
    });
  }

  /** With the answers as they are: the receipt stays what it was. */
  private async gradeAnew(
    tx: Transaction,
    { id }: ClosedAttempt,
    version: PublishedVersion,
  ): Promise<Graded> {
    const attempt = await this.submissions.lockAttempt(tx, id);
    const graded = await this.submissions.listGradedIn(tx, id);
    return { attempt, regrade: regradeAttempt(graded, version, attempt.answers, attempt.version) };
  }

  private async eachClosed(
    versionId: string,
    work: (attempt: ClosedAttempt) => Promise<void>,
  ): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const batch: ClosedAttempt[] = await this.closed.listClosed(versionId, after, BATCH);
      for (const attempt of batch) await work(attempt);
      if (batch.length < BATCH) return;
      after = batch.at(-1)?.id ?? null;
    }
  }
}

function note(report: RegradeReport, one: ClosedAttempt, { attempt, regrade }: Graded): void {
  report.attempts += 1;
  const { score, maxScore, passed } = attempt;
  if (score === null || maxScore === null || passed === null) {
    throw new Error(`attempt ${attempt.id} is closed without a result`);
  }
  const { grade, changes } = regrade;
  if (changes.length === 0) return;
  report.changed.push({
    ...one,
    before: { score, maxScore, passed },
    after: { score: grade.score, maxScore: grade.maxScore, passed: grade.passed },
  });
}
