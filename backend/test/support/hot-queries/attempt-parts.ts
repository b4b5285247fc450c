import { type Database } from '../../../src/database/database.service.js';
import { AttemptsRepository } from '../../../src/modules/attempts/attempts.repository.js';
import { LateAnswersRepository } from '../../../src/modules/attempts/late-answers/late-answers.repository.js';
import { RegraderRepository } from '../../../src/modules/attempts/regrading/regrader.repository.js';
import { ProgressRepository } from '../../../src/modules/attempts/saving/progress.repository.js';
import { AttemptHistoryRepository } from '../../../src/modules/attempts/staff/attempt-history.repository.js';
import { StaffAttemptsRepository } from '../../../src/modules/attempts/staff/staff-attempts.repository.js';
import { OutcomeRepository } from '../../../src/modules/attempts/submission/outcome.repository.js';
import { SubmissionRepository } from '../../../src/modules/attempts/submission/submission.repository.js';
import { AttemptTimeRepository } from '../../../src/modules/attempts/time/attempt-time.repository.js';
import { EXTREME, KIND, madeId, TYPICAL } from '../many-rows.js';
import { type HotQuery, LIMIT, NOBODY, PAGE, inTransaction } from './hot-query.js';

/** What belongs to single attempts, and what workers look for. */
export function attemptParts(database: Database): Record<string, HotQuery> {
  const attempts = new AttemptsRepository(database);
  const staff = new StaffAttemptsRepository(database);
  const history = new AttemptHistoryRepository(database);
  const submission = new SubmissionRepository(database);
  const outcome = new OutcomeRepository(database);
  const regrader = new RegraderRepository(database);
  const time = new AttemptTimeRepository();
  const late = new LateAnswersRepository(database);
  const save = {
    ...{ attemptId: madeId(KIND.attempt, 995_000), userId: madeId(KIND.user, 15_000) },
    ...{ baseVersion: 0, clientId: NOBODY, seq: 1, hash: 'x', delta: {} },
    ...{ currentIndex: 0, timeSpent: 1 },
  };
  const { attempt } = TYPICAL;
  // The attempt is found among the student's open ones, of which this one has more than anybody.
  const openAtOnce = 30;
  // Of one attempt all is read, as it is shown together.
  const savedOften = 2_100;
  const versions = Array.from({ length: LIMIT }, (_, index) => 1_000 + index);
  return {
    'an attempt': { run: () => attempts.findAttempt(attempt) },
    'an attempt as staff see it': { run: () => staff.findAttempt(attempt) },
    'a save': { run: () => new ProgressRepository(database).applyAlone(save), mayRead: openAtOnce },
    'saves of a group': {
      run: () => new ProgressRepository(database).applyGroup([save]),
      mayRead: openAtOnce,
    },
    'the history of an attempt': { run: () => history.list(attempt, null, PAGE), mayRead: 30 },
    'the history of one saved often': {
      run: () => history.list(EXTREME.attempt, null, PAGE),
      mayRead: savedOften,
    },
    'what its saves changed': {
      run: () => history.listDeltas(EXTREME.attempt, versions),
      mayRead: savedOften,
    },
    'which devices saved it': {
      run: () => history.listDevices(EXTREME.attempt),
      mayRead: savedOften,
    },
    'saves too old to keep': { run: () => history.prune(100, LIMIT), mayRead: LIMIT * 30 },
    'versions with overdue attempts': { run: () => attempts.findOverdueVersions(), mayRead: 200 },
    'overdue attempts of a version': {
      run: () => attempts.findOverdueOf(TYPICAL.version, LIMIT, []),
      mayRead: 200,
    },
    'overdue attempts to be closed': {
      run: inTransaction(database, (tx) => submission.lockOverdue(tx, TYPICAL.version, LIMIT, [])),
      mayRead: 200,
    },
    'an attempt to be closed': {
      run: inTransaction(database, (tx) => submission.lockAttempt(tx, attempt)),
    },
    'saves after a version': {
      run: inTransaction(database, (tx) => submission.listSavesAfter(tx, EXTREME.attempt, 1_950)),
    },
    'graded answers': { run: () => submission.listGraded(attempt) },
    'what became of an attempt': { run: () => outcome.getOutcome(attempt) },
    'a receipt': { run: () => outcome.findReceipt(madeId(KIND.receipt, 123)), mayRead: 20 },
    'late answers': { run: () => late.list(attempt) },
    'who was given more time': {
      run: inTransaction(database, (tx) => time.listGiven(tx, madeId(KIND.other, 3))),
    },
    'open attempts that get more time': {
      run: inTransaction(database, (tx) =>
        time.lockOpenAttempts(
          tx,
          { quizId: EXTREME.quiz, by: new Date() },
          madeId(KIND.attempt, 993_000),
          200,
        ),
      ),
    },
    'versions to be graded anew': { run: () => regrader.findGradedVersions(EXTREME.quiz) },
    'attempts at a small quiz to be graded anew': {
      run: () => regrader.listClosed(TYPICAL.version, null, 200),
    },
    'attempts to be graded anew': {
      run: () => regrader.listClosed(EXTREME.version, madeId(KIND.attempt, 700_000), 200),
    },
  };
}
